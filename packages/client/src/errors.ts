import { AuditError } from '@audit/schema';

/** The server can't be reached, refuses the login, or went away. `code`: a SQLSTATE or Node's `ECONNREFUSED` etc. */
export class ConnectionError extends AuditError {}

/** The role may not read the log. `code`: `42501`. */
export class PermissionError extends AuditError {}

/** The audit schema's own SQL raised it: `code` is a SQLSTATE `UA…`, message and hint are the server's. */
export class AuditSqlError extends AuditError {}

/** A filter, a page cursor or an option that can't be used as it is. */
export class InvalidFilterError extends AuditError {}

/** A recorded diff that doesn't have the documented form. */
export class InvalidDiffError extends AuditError {}

/** A session used in a state that does not allow it: after its end, or twice at once. */
export class TransactionStateError extends AuditError {}

/** The server undid a transaction that was to be committed, because a statement in it had failed. */
export function rolledBack(cause?: unknown): TransactionStateError {
  return new TransactionStateError(
    'the transaction was rolled back: one of its statements failed',
    {
      code: '25P02',
      hint: 'Let the error of a failed query leave the function, or run the query in tx.transaction().',
      cause,
    },
  );
}
