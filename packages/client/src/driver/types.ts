import type { SqlDriver, SqlSession } from '@audit/schema';

/** A session inside a transaction. It stops working when the transaction ends. */
export interface AuditSession<Native = unknown> extends SqlSession {
  /**
   * The driver's own object for this transaction: node-postgres' client, PGlite's transaction. What runs on it is
   * part of the transaction and recorded with its context.
   */
  readonly client: Native;

  /**
   * Runs `work` inside a savepoint: when it throws, what it did is undone and the transaction goes on.
   *
   * @param work gets a session of its own; the next nested transaction may start when this one is over.
   * @returns what `work` returned.
   * @throws what `work` threw; {@link TransactionStateError} when another nested transaction is still running.
   */
  transaction<Result>(work: (session: AuditSession<Native>) => Promise<Result>): Promise<Result>;
}

/** How {@link AuditDriver.stream} reads. */
export interface StreamOptions {
  /** Rows fetched at a time, 1 to 100,000; 500 by default. So many are held in memory at once. */
  readonly batchSize?: number;
}

/**
 * What the client needs of a database. `@audit/client/node-postgres` and `@audit/client/pglite` make one of a
 * connection that you have; the connection stays yours, and none of its methods is ever used to close it.
 */
export interface AuditDriver<Native = unknown> extends SqlDriver {
  /**
   * Runs `work` in one transaction: commits when it returns, rolls back and rethrows when it throws.
   *
   * @param work gets the session that holds the transaction.
   * @returns what `work` returned, once it is committed.
   * @throws what `work` threw; {@link TransactionStateError} when the server rolled back although `work` returned,
   *   because a statement failed whose error `work` kept to itself.
   */
  transaction<Result>(work: (session: AuditSession<Native>) => Promise<Result>): Promise<Result>;

  /**
   * Reads any number of rows through a cursor on the server. Nothing is sent before the first row is asked for, and
   * leaving the loop early closes the cursor.
   *
   * With a pool, one connection and its read-only transaction are taken until then, which holds back vacuum as any
   * long transaction does. With a single session (a node-postgres client, PGlite) the server puts all rows aside
   * first, so that the session is free between two batches; PGlite does that in the memory of this process.
   *
   * @param text one statement that returns rows.
   * @param params values for `$1`, `$2`, …
   * @returns the rows, one after the other, of one snapshot.
   * @throws the driver's own error, with the server's SQLSTATE in `code`.
   */
  stream<Row = Record<string, unknown>>(
    text: string,
    params?: readonly unknown[],
    options?: StreamOptions,
  ): AsyncIterable<Row>;

  /**
   * Listens to a channel of NOTIFY, where the connection can. With a pool, one connection is taken until it is
   * stopped.
   *
   * @param channel its name: a plain identifier.
   * @param onNotification called for each notification.
   * @param onEnd called once, when the connection is lost.
   * @returns a function that stops listening.
   * @throws the driver's own error.
   */
  listen?(
    channel: string,
    onNotification: () => void,
    onEnd: () => void,
  ): Promise<() => Promise<void>>;
}

/** Runs one statement or script, as {@link SqlSession.query} describes it. */
export type RunQuery = (
  text: string,
  params?: readonly unknown[],
) => Promise<{ rows: Record<string, unknown>[] }>;
