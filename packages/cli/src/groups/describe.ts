import type { RollbackTable } from '@audit/client';
import { printable } from '../output/printable.js';
import type { Style } from '../output/style.js';
import { table } from '../output/table.js';

/** `schema.table`, safe to show. */
export function tableName(of: { readonly schema: string; readonly table: string }): string {
  return printable(`${of.schema}.${of.table}`);
}

/** A time to the second, in UTC. */
export function time(text: string | null): string {
  return text === null ? '–' : `${text.slice(0, 19).replace('T', ' ')}Z`;
}

/** What a rollback does to each table, or would do. */
export function describeRollback(
  tables: readonly RollbackTable[],
  { dim, yellow, bold }: Style,
  width: number,
): string {
  if (tables.length === 0) return dim('The group has no tables.');
  return table(
    ['TABLE', 'INSERTS', 'UPDATES', 'DELETES', 'CHANGES SINCE', 'LAST CHANGE', 'CHANGED BY'],
    tables.map((row) => [
      bold(tableName(row)),
      String(row.inserts),
      String(row.updates),
      String(row.deletes),
      String(row.changes),
      time(row.lastChange),
      row.refusal === null
        ? printable(row.changedBy.join(', ')) || '–'
        : yellow(`refused: ${printable(row.refusal)}`),
    ]),
    { dim, width },
  );
}
