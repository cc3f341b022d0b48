import type { Sink } from './sink.js';

/** One JSON object per line. The server has written them, so that every number keeps its digits. */
export const jsonl: Sink = async function* ({ batches }) {
  for await (const rows of batches) yield rows.map(([line]) => `${line}\n`).join('');
};
