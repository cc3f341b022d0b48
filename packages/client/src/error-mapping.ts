import { type AuditError, NotInstalledError } from '@audit/schema';
import { AuditSqlError, ConnectionError, PermissionError } from './errors.js';

/** What drivers put into their errors; node-postgres and PGlite agree on it. */
interface DatabaseError {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly hint?: unknown;
  readonly syscall?: unknown;
}

const checkAddress = 'Check the host and the port, and that the server runs.';
const checkLogin = 'Check the user name and the password.';
const tryAgain = 'Try again when the server is up.';

/** Node's error codes and SQLSTATEs that mean: there is no connection. */
const connectionFailures: Record<string, readonly [problem: string, hint: string]> = {
  ECONNREFUSED: ['nothing accepts connections at that address', checkAddress],
  ENOTFOUND: ['the host name is unknown', checkAddress],
  EAI_AGAIN: ['the host name could not be looked up', checkAddress],
  EHOSTUNREACH: ['the host cannot be reached', checkAddress],
  ENETUNREACH: ['the network cannot be reached', checkAddress],
  ETIMEDOUT: ['the server did not answer in time', checkAddress],
  ENOENT: ['there is no such socket', checkAddress],
  ECONNRESET: ['the connection was lost', tryAgain],
  EPIPE: ['the connection was lost', tryAgain],
  '28000': ['the server refuses this login', checkLogin],
  '28P01': ['the password is wrong', checkLogin],
  '3D000': ['there is no such database', 'Check the name of the database.'],
  '53300': ['the server has no connection left', 'Close unused connections, or use a pooler.'],
  '57P01': ['the server is shutting down', tryAgain],
  '57P02': ['the server has crashed and restarts', tryAgain],
  '57P03': ['the server is not ready yet', tryAgain],
};

/** node-postgres says these without a code. */
const connectionLost =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/**
 * Turns a driver's error about the connection into a {@link ConnectionError}. Any other error is returned as it is.
 */
export function toConnectionError(error: unknown): unknown {
  const { code, message, syscall } = details(error);
  // A missing file has the same code as a missing socket.
  const elsewhere = code === 'ENOENT' && syscall !== 'connect';
  const known = code === undefined || elsewhere ? undefined : connectionFailures[code];
  if (known) return connectionError(known[0], known[1], message, code, error);
  if (code?.startsWith('08') || (code === undefined && connectionLost.test(message))) {
    return connectionError('the connection failed', checkAddress, message, code, error);
  }
  return error;
}

/**
 * Turns an error of reading the log, or of calling the audit schema's functions, into an {@link AuditError} whose
 * `cause` is the driver's error:
 *
 * | error | means |
 * |---|---|
 * | {@link ConnectionError} | unreachable, login refused, connection lost |
 * | {@link NotInstalledError} | the database has no audit schema |
 * | {@link PermissionError} | the role lacks a right on it |
 * | {@link AuditSqlError} | the schema's own SQL refused (SQLSTATE `UA…`) |
 *
 * @param error what the driver threw.
 * @returns the mapped error, or `error` itself where none of these fits.
 *
 * @example
 * ```ts
 * try {
 *   await driver.query(`select audit.track('shop.orders')`);
 * } catch (error) {
 *   throw toAuditError(error);
 * }
 * ```
 */
export function toAuditError(error: unknown): unknown {
  const { code, message, hint } = details(error);
  // The message is in the server's language, the name in it is not.
  if ((code === '42P01' || code === '3F000') && /\baudit\b/.test(message)) {
    return new NotInstalledError('the audit schema is not installed in this database', {
      code,
      hint: 'Run `audit-cli install` on this database.',
      cause: error,
    });
  }
  if (code === '42501') {
    return new PermissionError(message, {
      code,
      hint: 'Ask an administrator to grant USAGE on schema audit, SELECT on audit.data_op_log and EXECUTE on the functions audit.names_of and audit.field_names_of to this role.',
      cause: error,
    });
  }
  if (code?.startsWith('UA')) return new AuditSqlError(message, { code, hint, cause: error });
  return toConnectionError(error);
}

function connectionError(
  problem: string,
  hint: string,
  message: string,
  code: string | undefined,
  cause: unknown,
): AuditError {
  // Node's error for a name with several addresses has no message of its own.
  const told = message === '' ? '' : ` (${message})`;
  return new ConnectionError(`cannot connect to PostgreSQL: ${problem}${told}`, {
    code,
    hint,
    cause,
  });
}

function details(error: unknown) {
  const { code, message, hint, syscall }: DatabaseError =
    typeof error === 'object' && error !== null ? error : {};
  return {
    code: typeof code === 'string' ? code : undefined,
    message: typeof message === 'string' ? message : '',
    hint: typeof hint === 'string' ? hint : undefined,
    syscall,
  };
}
