import type { PGlite, Results, Transaction } from '@electric-sql/pglite';
import { readCursor } from '../driver/cursor.js';
import { TransactionSession } from '../driver/session.js';
import { Turns } from '../driver/turns.js';
import type { AuditDriver } from '../driver/types.js';
import { rolledBack } from '../errors.js';

/**
 * Makes a driver of a PGlite database, which is never closed.
 *
 * PGlite is one session. Queries and transactions wait for each other, and one that is sent through the driver from
 * inside a transaction of it is refused with {@link TransactionStateError}: use the session `tx` there.
 *
 * @param db the database; it need not be ready yet.
 * @returns the driver; in its transactions `tx.client` is PGlite's transaction.
 *
 * @example
 * ```ts
 * const audit = createAuditClient(pglite(await PGlite.create('./data')));
 * ```
 */
export function pglite(db: PGlite): AuditDriver<Transaction> {
  const turns = new Turns();
  const run = (text: string, params?: readonly unknown[]) =>
    turns.take(() => runQuery(db, text, params));
  return {
    async query<Row>(text: string, params?: readonly unknown[]) {
      return (await run(text, params)) as { rows: Row[] };
    },
    transaction(work) {
      return turns.take(() =>
        db.transaction(async (tx) => {
          const session = new TransactionSession(tx, (text, params) => runQuery(tx, text, params));
          try {
            const result = await work(session);
            await refuseAborted(session);
            return result;
          } finally {
            session.end();
          }
        }),
      );
    },
    // In a transaction the reader's own queries between two rows would wait for the stream's end, and it for them.
    stream: (text, params = [], options = {}) =>
      readCursor(run, text, params, 'with hold', options),
    async listen(channel, onNotification) {
      const stop = await turns.take(() => db.listen(channel, onNotification));
      return () => turns.take(() => stop());
    },
  };
}

/** Sends `text` and returns the rows of the last statement that returned any. */
async function runQuery(
  connection: Pick<PGlite, 'query' | 'exec'>,
  text: string,
  params?: readonly unknown[],
): Promise<{ rows: Record<string, unknown>[] }> {
  if (params) return connection.query<Record<string, unknown>>(text, [...params]);
  const results: Results[] = await connection.exec(text);
  return { rows: results.findLast((result) => result.rows.length > 0)?.rows ?? [] };
}

/** PGlite commits without a look at the answer, which is ROLLBACK when an earlier statement had failed. */
async function refuseAborted(session: TransactionSession<Transaction>): Promise<void> {
  try {
    await session.query('select 1');
  } catch (cause) {
    throw rolledBack(cause);
  }
}
