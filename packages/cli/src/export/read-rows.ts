import type { AuditSession } from '@audit/client';
import type { Row } from '../sinks/sink.js';
import type { Format } from './format.js';
import type { Sql } from './query.js';

const batchSize = 500;

/** Reads a query's rows through a cursor in the session's transaction, so many at a time. */
export async function* readRows(
  session: AuditSession,
  { text, params }: Sql,
  format: Format,
): AsyncGenerator<readonly Row[]> {
  await session.query(`declare audit_export no scroll cursor for ${text}`, params);
  const fetch = () =>
    session.query<{ line: string }>(`fetch forward ${batchSize} from audit_export`);
  // The server makes the next rows while these are being written.
  let next = fetch();
  try {
    while (true) {
      const { rows } = await next;
      const last = rows.length < batchSize;
      if (!last) next = fetch();
      if (rows.length > 0) {
        yield rows.map(({ line }) => (format === 'jsonl' ? [line] : JSON.parse(line)));
      }
      if (last) break;
    }
    await session.query('close audit_export');
  } finally {
    // Whoever leaves the loop early has an error of their own to tell.
    await next.catch(() => {});
  }
}

/** Counts what passes by. */
export async function* counted(
  batches: AsyncIterable<readonly Row[]>,
  count: (rows: number) => void,
): AsyncGenerator<readonly Row[]> {
  for await (const rows of batches) {
    yield rows;
    count(rows.length);
  }
}
