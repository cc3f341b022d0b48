import { type Options, stringify } from 'csv-stringify/sync';
import { safeCell } from './safe-cell.js';
import type { Sink } from './sink.js';

/**
 * As COPY … (FORMAT csv) writes it, byte for byte: a value is quoted where it is empty or holds a quote, a comma or a
 * line break; null is nothing at all.
 */
const options: Options = { quoted_match: /^$|\r/, record_delimiter: '\n' };

export const csv: Sink = async function* ({ columns, batches, begins, safeCells }) {
  if (begins) yield stringify([[...columns]], options);
  for await (const rows of batches) {
    const cells = safeCells ? rows.map((row) => row.map(safeCell)) : rows;
    yield stringify(cells as unknown[][], options);
  }
};
