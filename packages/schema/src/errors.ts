/** What an {@link AuditError} carries besides its message. */
export interface AuditErrorDetails {
  /** SQLSTATE, where the error has one: five characters, the SDK's own begin with `UA`. */
  readonly code?: string | undefined;
  /** What to do about it, in one sentence. */
  readonly hint?: string | undefined;
  /** The error of the driver or of the server that led to this one. */
  readonly cause?: unknown;
}

/**
 * The base of every error that the SDK raises on purpose. `message` says what is wrong, `hint` what to do.
 *
 * @example
 * ```ts
 * try {
 *   await install(driver);
 * } catch (error) {
 *   if (error instanceof AuditError) console.error(error.message, error.hint);
 *   else throw error;
 * }
 * ```
 */
export class AuditError extends Error {
  readonly code: string | undefined;
  readonly hint: string | undefined;

  constructor(message: string, details: AuditErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.name = new.target.name;
    this.code = details.code;
    this.hint = details.hint;
  }
}

/** The server can't hold the schema: too old, not UTF-8, or the role may not create it. */
export class UnsupportedServerError extends AuditError {}

/** The database holds a schema that this version does not know how to change: a newer one, or somebody else's. */
export class SchemaConflictError extends AuditError {}

/** The schema was never installed in this database. */
export class NotInstalledError extends AuditError {}
