import { type AuditContext, applyContext } from './context.js';
import type { AuditDriver, AuditSession, StreamOptions } from './driver/types.js';
import { toAuditError, toConnectionError } from './error-mapping.js';
import { InvalidFilterError } from './errors.js';
import type { EntryRow } from './log/columns.js';
import { encodeCursor } from './log/cursor.js';
import { decodeEntry } from './log/decode-entry.js';
import type { AuditEntry } from './log/entry.js';
import type { EntryFilter, Key } from './log/filter.js';
import type { EntryPage, HistoryOptions, PageOptions, TableName } from './log/page.js';
import { entryQuery, pageQuery, streamQuery } from './log/queries.js';
import { render } from './log/sql.js';
import { type FollowOptions, followRows } from './reader/follow.js';
import { AuditReader, type ReaderOptions } from './reader/reader.js';

const historyPageSize = 200;

/**
 * Reads the log and says who writes. Made by {@link createAuditClient}.
 *
 * Its methods throw an `AuditError` with a `hint` and the driver's error as `cause` where something is wrong with the
 * connection or the installation ({@link toAuditError} has the list), and the driver's own error otherwise.
 */
export class AuditClient<Native = unknown> {
  readonly #driver: AuditDriver<Native>;

  constructor(driver: AuditDriver<Native>) {
    this.#driver = driver;
  }

  /**
   * Runs `work` in one transaction whose changes are recorded with `context`. The role needs no right on the audit
   * schema for it.
   *
   * @param context who and why.
   * @param work gets the transaction: `tx.query()`, `tx.transaction()` for a savepoint, and the driver's own client
   *   as `tx.client`. `applyContext(tx, …)` changes the context for the rest of the transaction.
   * @returns what `work` returned, once it is committed.
   * @throws what `work` threw, unchanged, after the rollback; {@link ConnectionError};
   *   {@link TransactionStateError}.
   *
   * @example
   * ```ts
   * await audit.withContext({ actor: 'support', opType: 'refund', opNote: 'ticket 81' }, async (tx) => {
   *   await tx.query('update shop.orders set status = $1 where id = $2', ['refunded', 7]);
   * });
   * ```
   */
  async withContext<Result>(
    context: AuditContext,
    work: (tx: AuditSession<Native>) => Promise<Result>,
  ): Promise<Result> {
    let thrown: { error: unknown } | undefined;
    try {
      return await this.#driver.transaction(async (tx) => {
        await applyContext(tx, context);
        try {
          return await work(tx);
        } catch (error) {
          thrown = { error };
          throw error;
        }
      });
    } catch (error) {
      // The caller's code knows its own errors, by class or by SQLSTATE.
      throw thrown && thrown.error === error ? error : toConnectionError(error);
    }
  }

  /**
   * Reads one page of the log, newest first unless told otherwise.
   *
   * Entries stand in the order of their capture. A transaction that commits late brings entries that lie before ones
   * already seen; going on with `nextCursor` never repeats an entry.
   *
   * @param filter which entries, in what order, and which page.
   * @returns the page; `nextCursor` is null on the last one.
   * @throws {@link InvalidFilterError}; {@link NotInstalledError}; {@link PermissionError};
   *   {@link ConnectionError}.
   *
   * @example
   * ```ts
   * let after: string | undefined;
   * do {
   *   const page = await audit.entries({ table: 'shop.orders', changedField: 'status', actor: 'support', after });
   *   for (const entry of page.entries) console.log(entry.transactionAt, entry.key, entry.changes.status);
   *   after = page.nextCursor ?? undefined;
   * } while (after);
   * ```
   */
  async entries<Row = Record<string, unknown>>(
    filter: EntryFilter & PageOptions = {},
  ): Promise<EntryPage<Row>> {
    const { order, limit, statement } = pageQuery(filter, filter);
    const rows = await this.#read(statement);
    const entries = rows.slice(0, limit).map((row) => decodeEntry<Row>(row));
    const last = entries.at(-1);
    return {
      entries,
      nextCursor: last && rows.length > limit ? encodeCursor(order, last.id) : null,
    };
  }

  /**
   * Reads one entry.
   *
   * @param id its number.
   * @returns the entry, or undefined where there is none.
   * @throws as {@link AuditClient.entries}.
   *
   * @example
   * ```ts
   * const entry = await audit.entry(4711n);
   * if (entry?.action === 'D') console.log('deleted:', entry.rawData);
   * ```
   */
  async entry<Row = Record<string, unknown>>(
    id: bigint | number,
  ): Promise<AuditEntry<Row> | undefined> {
    const [row] = await this.#read(entryQuery(id));
    return row && decodeEntry<Row>(row);
  }

  /**
   * Reads one row's history, oldest first. It is read in pages as the loop goes on; no connection is held meanwhile.
   *
   * A table that was renamed has one history under all of its names; each entry says the names of its time. A row is
   * known by its key: a history ends where the key was changed, and goes on under the new one with an entry
   * whose `changes` have the old. TRUNCATE is an entry of the table, not of the row.
   *
   * @param table the table, as it is named now or was once.
   * @param key the row's key; of several columns, the values in key order.
   * @param options restricts the history, or turns its order round.
   * @returns the entries, one after the other.
   * @throws as {@link AuditClient.entries}, from the first step of the loop on.
   *
   * @example
   * ```ts
   * for await (const entry of audit.history('shop.orders', 7)) {
   *   console.log(entry.transactionAt, entry.actor, entry.action, entry.changes);
   * }
   * ```
   */
  async *history<Row = Record<string, unknown>>(
    table: TableName,
    key: Key,
    options: HistoryOptions = {},
  ): AsyncGenerator<AuditEntry<Row>, void, undefined> {
    // Without a key this would be the whole table's history.
    if (key === undefined || key === null) {
      throw new InvalidFilterError('history() needs a key', {
        hint: "Give the row's key, or read the whole table with entries({ table }).",
      });
    }
    const { pageSize = historyPageSize, order = 'oldest', ...filter } = options;
    const named = typeof table === 'string' ? { table } : table;
    let after: string | null | undefined;
    while (after !== null) {
      const page: EntryPage<Row> = await this.entries<Row>({
        ...filter,
        ...named,
        key,
        order,
        limit: pageSize,
        after,
      });
      yield* page.entries;
      after = page.nextCursor;
    }
  }

  /**
   * Reads any number of entries, oldest first, as they are at one moment. The server hands them out in batches, so
   * that memory stays small; see {@link AuditDriver.stream}.
   *
   * @param filter which entries.
   * @param options the size of the batches.
   * @returns the entries, one after the other.
   * @throws as {@link AuditClient.entries}, from the first step of the loop on.
   *
   * @example
   * ```ts
   * for await (const entry of audit.streamEntries({ table: 'shop.orders', since: '2026-05-01T00:00:00Z' })) {
   *   console.log(entry.id, entry.action, entry.key);
   * }
   * ```
   */
  async *streamEntries<Row = Record<string, unknown>>(
    filter: EntryFilter = {},
    options?: StreamOptions,
  ): AsyncGenerator<AuditEntry<Row>, void, undefined> {
    const { text, params } = render(streamQuery(filter));
    const rows = this.#driver.stream<EntryRow>(text, params, options);
    for await (const row of mapped(rows)) yield decodeEntry<Row>(row);
  }

  /**
   * Reads what is committed from now on, without an end. A transaction that commits late comes late and is never left
   * out; the entries of one transaction come together, in the order of capture. PostgreSQL wakes it where it can
   * (NOTIFY), and it looks on its own besides.
   *
   * It begins when the loop does, and knows in this process alone how far it has come: {@link AuditClient.reader} keeps
   * that in the database. With a pool it takes one connection to listen on, and goes on after a lost connection.
   *
   * @param filter which entries.
   * @param options `signal` ends it, and so does leaving the loop.
   * @returns the entries, one after the other.
   * @throws as {@link AuditClient.entries}; {@link AuditSqlError} `UA034` after a restore into another cluster.
   *
   * @example
   * ```ts
   * for await (const entry of audit.follow({ table: 'shop.orders' })) {
   *   console.log(entry.clockAt, entry.actor, entry.action, entry.key);
   * }
   * ```
   */
  async *follow<Row = Record<string, unknown>>(
    filter: EntryFilter = {},
    options: FollowOptions = {},
  ): AsyncGenerator<AuditEntry<Row>, void, undefined> {
    for await (const row of followRows(this.#driver, filter, options)) yield decodeEntry<Row>(row);
  }

  /**
   * A name under which the log is read bit by bit, each entry exactly once; see {@link AuditReader}. It is made in the
   * database when it first reads.
   *
   * @param name such as the name of what it feeds.
   * @param options which entries, and from where on.
   *
   * @example
   * ```ts
   * const reader = audit.reader('warehouse', { filter: { schema: 'shop' } });
   * const read = await reader.read(async (entries, tx) => {
   *   await tx.query('insert into warehouse.change select * from jsonb_to_recordset($1) as t (id bigint, diff jsonb)', [
   *     stringifyJson(entries.map(({ id, changes }) => ({ id, diff: changes }))),
   *   ]);
   * });
   * ```
   */
  reader(name: string, options: ReaderOptions = {}): AuditReader<Native> {
    return new AuditReader(this.#driver, name, options);
  }

  async #read(statement: Parameters<typeof render>[0]): Promise<EntryRow[]> {
    const { text, params } = render(statement);
    try {
      return (await this.#driver.query<EntryRow>(text, params)).rows;
    } catch (error) {
      throw toAuditError(error);
    }
  }
}

/**
 * Makes a client.
 *
 * @param driver a connection in the shape of `@audit/client/node-postgres` or `@audit/client/pglite`, or an
 *   {@link AuditDriver} of your own.
 * @returns the client. It keeps no state and needs no closing.
 *
 * @example
 * ```ts
 * const audit = createAuditClient(nodePostgres(new pg.Pool()));
 * ```
 */
export function createAuditClient<Native>(driver: AuditDriver<Native>): AuditClient<Native> {
  return new AuditClient(driver);
}

/** The rows, with errors of reading them mapped. What the reader of the rows throws does not come by here. */
async function* mapped<Row>(rows: AsyncIterable<Row>): AsyncGenerator<Row, void, undefined> {
  try {
    yield* rows;
  } catch (error) {
    throw toAuditError(error);
  }
}
