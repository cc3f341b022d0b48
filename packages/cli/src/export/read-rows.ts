import type { AuditSession } from '@audit/client';
import type { Row } from '../sinks/sink.js';
import type { Format } from './format.js';
import type { Sql } from './query.js';

const batchSize = 1000;

/** Reads a query's rows through a cursor in the session's transaction, so many at a time. */
export async function* readRows(
  session: AuditSession,
  { text, params }: Sql,
  format: Format,
): AsyncGenerator<readonly Row[]> {
  await session.query(`declare audit_export no scroll cursor for ${text}`, params);
  while (true) {
    const { rows } = await session.query<{ line: string }>(
      `fetch forward ${batchSize} from audit_export`,
    );
    if (rows.length > 0)
      yield rows.map(({ line }) => (format === 'jsonl' ? [line] : JSON.parse(line)));
    if (rows.length < batchSize) break;
  }
  await session.query('close audit_export');
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
