import { InvalidFilterError } from '../errors.js';
import type { RunQuery, StreamOptions } from './types.js';

const defaultBatchSize = 500;
const largestBatchSize = 100_000;

let cursors = 0;

/**
 * Reads the rows of a statement in batches.
 *
 * @param run sends to the one session that the cursor lives in.
 * @param hold `with hold`: the cursor outlives its transaction, and the session is free between two batches; the
 *   server keeps the rows not yet fetched. Without it the caller holds a transaction open all the while.
 */
export async function* readCursor<Row>(
  run: RunQuery,
  text: string,
  params: readonly unknown[],
  hold: 'with hold' | 'without hold',
  options: StreamOptions = {},
): AsyncGenerator<Row, void, undefined> {
  const batchSize = checkedBatchSize(options.batchSize ?? defaultBatchSize);
  cursors += 1;
  const name = `audit_client_${cursors}`;
  await run(`declare ${name} no scroll cursor ${hold} for ${text}`, params);
  let failed = false;
  try {
    while (true) {
      const { rows } = await run(`fetch forward ${batchSize} from ${name}`);
      yield* rows as Row[];
      if (rows.length < batchSize) return;
    }
  } catch (error) {
    failed = true;
    throw error;
  } finally {
    const closed = run(`close ${name}`);
    // After a failure the cursor may be gone already; the first error is the one to report.
    await (failed ? closed.catch(() => {}) : closed);
  }
}

function checkedBatchSize(batchSize: number): number {
  if (Number.isInteger(batchSize) && batchSize >= 1 && batchSize <= largestBatchSize) {
    return batchSize;
  }
  throw new InvalidFilterError(`batchSize is ${batchSize}`, {
    hint: `Give a whole number from 1 to ${largestBatchSize}.`,
  });
}
