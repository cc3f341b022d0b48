import { LogRenderer } from '../log/render-log.js';
import type { Layout } from '../log/render-tree.js';
import { table } from '../output/table.js';
import { shownOrder } from './day.js';
import type { Played } from './play.js';
import { summarize } from './summary.js';

/** The demo's result as text: one order's history, and who changed what that day. */
export function tell({ entries, history }: Played, layout: Layout): string {
  const { bold, dim, green, red, yellow, cyan } = layout.style;
  const renderer = new LogRenderer(layout);
  const count = (number: number, paint: (text: string) => string) =>
    number === 0 ? dim('·') : paint(String(number));
  const rows = summarize(entries).map((line) => [
    bold(line.actor),
    line.table,
    count(line.inserted, green),
    count(line.updated, yellow),
    count(line.deleted, red),
    cyan(line.fields.join(', ')),
  ]);
  return [
    title(`The history of order ${shownOrder.key}`),
    ...history.map((entry) => renderer.render(entry)),
    title('Who changed what'),
    table(['ACTOR', 'TABLE', 'INSERTED', 'UPDATED', 'DELETED', 'FIELDS'], rows, {
      dim,
      width: layout.width,
    }),
  ].join('\n');

  function title(text: string): string {
    return `\n${bold(text)}\n${dim('─'.repeat(text.length))}`;
  }
}
