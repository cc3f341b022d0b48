import { safeCell } from './safe-cell.js';
import type { Row, Sink, SinkInput } from './sink.js';
import { xlsxText } from './xlsx-text.js';

/** A workbook for Excel: every cell a text, so that no number loses a digit. Goes on in a further sheet after 1,048,575 rows. */
export const xlsx: Sink = async function* (input) {
  // A tenth of a second that the other formats need not wait for.
  const { writeXlsxStream } = await import('hucre/xlsx');
  const stream = writeXlsxStream(cells(input), {
    name: 'audit',
    columns: input.columns.map((header) => ({ header: xlsxText(header) })),
    freezePane: { rows: 1 },
  });
  yield* stream as unknown as AsyncIterable<Uint8Array>;
};

async function* cells({ batches, safeCells }: SinkInput): AsyncGenerator<Row & string[]> {
  for await (const rows of batches) {
    for (const row of rows) {
      yield row.map((value) => {
        const cell = safeCells ? safeCell(value) : value;
        return cell === null ? null : xlsxText(cell);
      }) as Row & string[];
    }
  }
}
