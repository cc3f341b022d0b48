import type { AuditDriver, AuditSession } from '../driver/types.js';
import { toAuditError } from '../error-mapping.js';
import { InvalidFilterError } from '../errors.js';
import { columns, type EntryRow } from '../log/columns.js';
import { decodeEntry } from '../log/decode-entry.js';
import type { AuditEntry } from '../log/entry.js';
import type { EntryFilter } from '../log/filter.js';
import { where } from '../log/predicates.js';
import { type Fragment, render, sql } from '../log/sql.js';
import { type BatchProgress, closeBatch, type OpenBatch, openBatch } from './batch.js';
import { readerFilter } from './reader-filter.js';
import { unread } from './unread.js';
import { Wakeups } from './wakeups.js';

const defaultLimit = 1000;
const largestLimit = 100_000;
const defaultPoll = 1000;

/** What a reader reads, and from where on. */
export interface ReaderOptions {
  /** Which entries. A reader keeps the filter that it was made with: another one under its name is refused. */
  readonly filter?: EntryFilter | undefined;
  /** Where a new reader begins: with all that the log holds (`start`, the default), or with what comes (`now`). */
  readonly from?: 'start' | 'now' | undefined;
  /** What is made of the entries, as JSON: kept and compared like the filter. For programs that write files. */
  readonly output?: unknown;
}

/** A batch, for a program that reads it with SQL of its own. */
export interface ReaderBatch extends Pick<OpenBatch, 'number' | 'resumed' | 'fileBytes'> {
  /** The condition on an entry `e` of `audit.data_op_log` that it is to be read, with values for `$1` and so on. */
  readonly condition: { readonly text: string; readonly params: readonly unknown[] };
}

/**
 * A name under which the log is read bit by bit: each entry exactly once, over any number of runs, whatever is killed
 * meanwhile. A transaction that commits late is read late, and never skipped. Made by `audit.reader(name)`.
 *
 * Its methods throw an `AuditError` where something is wrong with the connection or the installation: with the code
 * `UA032` while another session reads under the name, `UA033` for another filter under it, `UA034` after a restore
 * into another cluster.
 */
export class AuditReader<Native = unknown> {
  constructor(
    private readonly driver: AuditDriver<Native>,
    readonly name: string,
    private readonly options: ReaderOptions = {},
  ) {}

  /**
   * Reads the next entries, oldest first, in one transaction with what `work` does with them. The reader moves on
   * when that is committed, and stays where it was when `work` throws.
   *
   * @param work gets at least one entry, and the transaction: what it writes with `tx` is written exactly once. What
   *   it does elsewhere can be done again after a crash.
   * @param options `limit`: at most so many entries, 1,000 by default.
   * @returns how many there were; 0: that was all for now.
   * @throws what `work` threw, unchanged; errors as above.
   *
   * @example
   * ```ts
   * const reader = audit.reader('search-index', { filter: { table: 'shop.orders' } });
   * await reader.read(async (entries, tx) => {
   *   for (const { key } of entries) await tx.query('insert into reindex (id) values ($1)', [key]);
   * });
   * ```
   */
  async read<Row = Record<string, unknown>>(
    work: (entries: AuditEntry<Row>[], tx: AuditSession<Native>) => Promise<void>,
    options: { readonly limit?: number | undefined } = {},
  ): Promise<number> {
    const limit = checkedLimit(options.limit ?? defaultLimit);
    let read = 0;
    let resumed = false;
    await this.#inBatch(async (batch, tx) => {
      resumed = batch.resumed;
      const { text, params } = render(sql`
select ${columns}
from audit.data_op_log e
where ${this.#condition(batch)}
order by e.id
limit ${String(limit)}::int`);
      const { rows } = await ours(tx.query<EntryRow>(text, params));
      const entries = rows.map((row) => decodeEntry<Row>(row));
      if (entries.length > 0) await work(entries, tx);
      read = entries.length;
      return { records: read, doneId: read < limit ? null : (entries.at(-1)?.id ?? null) };
    });
    // The batch that was under way may have ended with its last entry.
    return read === 0 && resumed ? this.read(work, options) : read;
  }

  /**
   * Calls {@link AuditReader.read} again and again: at once while there is more, then whenever there is something new.
   *
   * @param work as for `read`.
   * @param options `signal` ends it; `limit` as for `read`; `pollInterval`: milliseconds after which it looks even
   *   though nothing has woken it, 1,000 by default.
   * @returns when `signal` is aborted.
   * @throws as `read`. Call it again to go on.
   *
   * @example
   * ```ts
   * const stop = new AbortController();
   * process.once('SIGTERM', () => stop.abort());
   * await audit.reader('mailer').follow(async (entries) => notify(entries), { signal: stop.signal });
   * ```
   */
  async follow<Row = Record<string, unknown>>(
    work: (entries: AuditEntry<Row>[], tx: AuditSession<Native>) => Promise<void>,
    options: {
      readonly signal?: AbortSignal | undefined;
      readonly limit?: number | undefined;
      readonly pollInterval?: number | undefined;
    } = {},
  ): Promise<void> {
    const { signal, limit = defaultLimit, pollInterval = defaultPoll } = options;
    const wakeups = new Wakeups(this.driver, signal);
    try {
      while (!signal?.aborted) {
        await wakeups.prepare();
        const read = await this.read(work, { limit });
        if (read === 0) await wakeups.wait(pollInterval);
      }
    } finally {
      await wakeups.close();
    }
  }

  /**
   * For programs that write files: opens the next batch, lets `work` read and write it, and moves the reader on by what
   * that says, all in one transaction.
   *
   * @param work reads the batch's entries by its condition, in the order of their ids, and returns how far it came.
   * @returns what `work` returned.
   * @throws as {@link AuditReader.read}.
   *
   * @example
   * ```ts
   * await reader.batch(async ({ condition: { text, params }, fileBytes }, tx) => {
   *   await file.truncate(Number(fileBytes));
   *   const { rows } = await tx.query(`select e.id, e.diff from audit.data_op_log e where ${text}`, params);
   *   return { records: rows.length, doneId: null, fileBytes: await append(file, rows) };
   * });
   * ```
   */
  async batch<Progress extends BatchProgress>(
    work: (batch: ReaderBatch, tx: AuditSession<Native>) => Promise<Progress>,
  ): Promise<Progress> {
    return this.#inBatch(async (batch, tx) => {
      const { number, resumed, fileBytes } = batch;
      return work({ number, resumed, fileBytes, condition: render(this.#condition(batch)) }, tx);
    });
  }

  /**
   * Has the reader begin anew, with the present options. After a restore into another cluster, and to change them.
   *
   * @param options `afterId`: with entries whose id is greater; by default with all.
   */
  async reset(options: { readonly afterId?: bigint | undefined } = {}): Promise<void> {
    await this.#call('select audit.reset_reader($1, $2::bigint, $3::jsonb, $4::jsonb)', [
      this.name,
      String(options.afterId ?? 0n),
      JSON.stringify(readerFilter(this.options.filter ?? {})),
      JSON.stringify(this.options.output ?? {}),
    ]);
  }

  /** Forgets the reader and its position. */
  async drop(): Promise<void> {
    await this.#call('select audit.drop_reader($1)', [this.name]);
  }

  #condition(batch: OpenBatch): Fragment {
    return where(this.options.filter ?? {}, unread(batch));
  }

  /** Makes the reader where it does not exist yet. */
  async #inBatch<Progress extends BatchProgress>(
    work: (batch: OpenBatch, tx: AuditSession<Native>) => Promise<Progress>,
  ): Promise<Progress> {
    try {
      return await this.#tryBatch(work);
    } catch (error) {
      if ((error as { code?: string }).code !== 'UA030') throw error;
      await this.#create();
      return this.#tryBatch(work);
    }
  }

  async #tryBatch<Progress extends BatchProgress>(
    work: (batch: OpenBatch, tx: AuditSession<Native>) => Promise<Progress>,
  ): Promise<Progress> {
    const filter = readerFilter(this.options.filter ?? {});
    let thrown: { error: unknown } | undefined;
    try {
      return await this.driver.transaction(async (tx) => {
        const batch = await openBatch(tx, this.name, filter, this.options.output);
        const progress = await work(batch, tx).catch((error: unknown) => {
          thrown = { error };
          throw error;
        });
        await closeBatch(tx, batch, progress);
        return progress;
      });
    } catch (error) {
      throw thrown?.error === error ? error : toAuditError(error);
    }
  }

  async #create(): Promise<void> {
    const { filter = {}, from = 'start', output = {} } = this.options;
    await this.#call('select audit.create_reader($1, $2::jsonb, $3::boolean, $4::jsonb)', [
      this.name,
      JSON.stringify(readerFilter(filter)),
      String(from === 'start'),
      JSON.stringify(output),
    ]).catch((error: { code?: string }) => {
      // Somebody else was faster.
      if (error.code !== 'UA031') throw error;
    });
  }

  async #call(text: string, params: readonly unknown[]): Promise<void> {
    await ours(this.driver.query(text, params));
  }
}

/** A query of ours, with its errors mapped: inside a batch's transaction the others are the caller's. */
async function ours<Result>(query: Promise<Result>): Promise<Result> {
  try {
    return await query;
  } catch (error) {
    throw toAuditError(error);
  }
}

function checkedLimit(limit: number): number {
  if (Number.isInteger(limit) && limit >= 1 && limit <= largestLimit) return limit;
  throw new InvalidFilterError(`limit is ${limit}`, {
    hint: `Give a whole number from 1 to ${largestLimit}.`,
  });
}
