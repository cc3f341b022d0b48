import { AuditError, NotInstalledError } from '@audit/schema';

/** What servers and drivers put on an error, as far as we read it. */
interface RawError {
  readonly message?: string;
  readonly code?: unknown;
  readonly hint?: unknown;
  readonly cause?: unknown;
}

/** node-postgres says these without a code. */
const lostConnection = /^(?:Connection terminated|Client has encountered a connection error)/;

/**
 * Any error as one sentence that says what is wrong and one that says what to do. The original stays
 * in `cause`.
 */
export function explain(error: unknown): AuditError {
  const { code, message, hint } = read(error);
  const lost = () =>
    known(
      'the connection to the server was lost',
      'What was under way is undone, unless its commit had just gone through: look with `audit-cli status`.',
    );
  const known = (text: string, advice: string) =>
    new AuditError(text, { code, hint: advice, cause: error });

  if (isNotInstalled(error, code, message)) {
    return known(
      'the audit schema is not installed in this database',
      'Run `audit-cli install`, or check that this is the right database.',
    );
  }
  if (lostConnection.test(message)) return lost();
  switch (code) {
    case '42501':
      return known(
        `a right is missing: ${message}`,
        hint ??
          'Connect as the role that installed the audit schema, or as the owner of the table.',
      );
    case '55P03':
      return known(
        'another transaction holds a lock that is needed here, and did not let go in time',
        'Nothing was changed. Try again at a quieter moment, or wait longer with --lock-timeout.',
      );
    case '42P01':
    case '3F000':
      return known(
        message,
        'Check the spelling; write schema.table where the table is not on the search_path.',
      );
    case '25006':
      return known(
        'this server only reads: it is a standby, or its transactions are read-only',
        'Connect to the primary.',
      );
    case '57014':
      return known(
        'the server cancelled the statement (statement_timeout, or someone did)',
        'Nothing was changed. Raise statement_timeout, for example with PGOPTIONS, and try again.',
      );
    case '57P01':
    case '57P02':
    case '08006':
    case 'ECONNRESET':
    case 'EPIPE':
      return lost();
  }
  if (error instanceof AuditError) return error;
  return known(message, hint ?? 'Run again with --verbose to see where this comes from.');
}

function read(error: unknown): { code?: string; message: string; hint?: string } {
  if (typeof error !== 'object' || error === null) return { message: String(error) };
  const { code, hint, message, cause } = error as RawError;
  const inner = cause === undefined ? undefined : read(cause);
  const ownCode = typeof code === 'string' ? code : inner?.code;
  const ownHint = typeof hint === 'string' && hint !== '' ? hint : inner?.hint;
  return {
    message: message || inner?.message || 'something went wrong',
    ...(ownCode !== undefined && { code: ownCode }),
    ...(ownHint !== undefined && { hint: ownHint }),
  };
}

/** PostgreSQL names what it misses in the message, and only there. */
function isNotInstalled(error: unknown, code: string | undefined, message: string): boolean {
  if (error instanceof NotInstalledError) return true;
  switch (code) {
    case '3F000':
      return /"audit"/.test(message);
    case '42P01':
      return /"audit\.(?:data_op_log|tracked|field_history)"/.test(message);
    case '42883':
      // An internal function (audit._…) that is missing means something else.
      return /\baudit\.[a-z]\w*\(/.test(message);
    default:
      return false;
  }
}
