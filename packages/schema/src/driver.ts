/**
 * What the SDK needs of a database connection, and nothing more. Any driver that can run a statement and a
 * transaction fits; `@audit/client` has ready adapters for node-postgres and PGlite.
 */

/** One session: every call runs on the same connection, in order. */
export interface SqlSession {
  /**
   * Runs SQL and returns its rows.
   *
   * @param text the SQL. Without `params` it may hold several statements separated by semicolons; the rows of the
   *   last one that returns any are the result.
   * @param params values for `$1`, `$2`, …; with them `text` is exactly one statement.
   * @returns the rows, as plain objects keyed by column name.
   * @throws the driver's own error, with the server's SQLSTATE in `code`.
   */
  query<Row = Record<string, unknown>>(
    text: string,
    params?: readonly unknown[],
  ): Promise<{ rows: Row[] }>;
}

/** A database that can run a transaction on one session. */
export interface SqlDriver extends SqlSession {
  /**
   * Runs `work` between `begin` and `commit`; rolls back and rethrows when it throws.
   *
   * @param work gets the session that holds the transaction.
   * @returns what `work` returned.
   */
  transaction<Result>(work: (session: SqlSession) => Promise<Result>): Promise<Result>;
}
