import { TransactionStateError } from '../errors.js';
import type { AuditSession, RunQuery } from './types.js';

/** A transaction on one connection, or a savepoint within it. */
export class TransactionSession<Native> implements AuditSession<Native> {
  #ended = false;
  #nested = false;

  constructor(
    readonly client: Native,
    private readonly run: RunQuery,
    private readonly depth = 0,
  ) {}

  async query<Row = Record<string, unknown>>(
    text: string,
    params?: readonly unknown[],
  ): Promise<{ rows: Row[] }> {
    // The connection may be somebody else's by now: a forgotten `await` must not write into their transaction.
    if (this.#ended) {
      throw new TransactionStateError('this transaction has ended', {
        hint: 'Await every query before the function given to transaction() or withContext() returns.',
      });
    }
    return (await this.run(text, params)) as { rows: Row[] };
  }

  async transaction<Result>(
    work: (session: AuditSession<Native>) => Promise<Result>,
  ): Promise<Result> {
    if (this.#nested) {
      throw new TransactionStateError('a nested transaction is already running in this session', {
        hint: 'Savepoints of one session cannot overlap: run nested transactions one after the other.',
      });
    }
    this.#nested = true;
    const savepoint = `audit_client_${this.depth + 1}`;
    const inner = new TransactionSession<Native>(this.client, this.run, this.depth + 1);
    try {
      await this.query(`savepoint ${savepoint}`);
      try {
        const result = await work(inner);
        await this.query(`release savepoint ${savepoint}`);
        return result;
      } catch (error) {
        // Where this fails too, the connection is gone, and the first error says more about it.
        await this.query(
          `rollback to savepoint ${savepoint}; release savepoint ${savepoint}`,
        ).catch(() => {});
        throw error;
      }
    } finally {
      inner.end();
      this.#nested = false;
    }
  }

  /** From here on every query is refused. */
  end(): void {
    this.#ended = true;
  }
}
