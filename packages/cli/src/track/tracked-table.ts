import type { TrackedRow } from '@audit/schema';
import { printable } from '../output/printable.js';
import type { Statement } from '../sql/statement.js';

export function trackedStatement(table: string): Statement {
  return { text: 'select * from audit.tracked where relid = $1::regclass', values: [table] };
}

export function qualifiedName(table: Pick<TrackedRow, 'schema_name' | 'table_name'>): string {
  return printable(`${table.schema_name}.${table.table_name}`);
}

/** The options in which a table differs from a bare `track`, each in a few words. */
export function optionsInShort(table: TrackedRow): string[] {
  const list = (names: readonly string[]) => names.join(', ');
  const parts = [
    table.key.length ? `key ${list(table.key)}` : 'no key',
    table.only_columns?.length && `only ${list(table.only_columns)}`,
    table.ignored.length && `ignored ${list(table.ignored)}`,
    table.masked.length && `masked ${list(table.masked)}`,
    ...Object.entries(table.json_columns).map(jsonInShort),
    table.touch && `touch ${table.modified_at}`,
    !table.log_query && !table.masked.length && 'no query text',
    table.row_log && 'row log',
  ];
  return parts.filter((part) => typeof part === 'string').map(printable);
}

function jsonInShort([column, declared]: [string, unknown]): string {
  if (typeof declared === 'string') return `${column} as ${declared}`;
  const { type, key } = declared as { type: string; key?: string[] };
  return `${column} as ${type}${key ? ` by ${key.join(', ')}` : ''}`;
}
