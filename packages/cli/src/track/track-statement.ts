import type { SqlValue } from '../sql/literal.js';
import type { Statement } from '../sql/statement.js';
import type { JsonColumns } from './json-column.js';

/** The arguments of `audit.track`; what is left out here is left to its default there. */
export interface TrackOptions {
  /** false tracks a table without a key. */
  readonly key?: SqlValue | undefined;
  readonly only?: SqlValue | undefined;
  readonly ignore?: SqlValue | undefined;
  readonly mask?: SqlValue | undefined;
  readonly jsonColumn?: JsonColumns | undefined;
  readonly modifiedAt?: string | undefined;
  readonly modifiedBy?: string | undefined;
  readonly touch?: boolean | undefined;
  readonly logQuery?: boolean | undefined;
  readonly rowLog?: boolean | undefined;
}

/** The call of `audit.track`, with the arguments that are given and no others. */
export function trackStatement(table: string, options: TrackOptions): Statement {
  const { jsonColumn } = options;
  const candidates: [name: string, type: string, value: SqlValue | undefined][] = [
    ['key', 'text[]', options.key === false ? [] : options.key],
    ['only_columns', 'text[]', options.only],
    ['ignored', 'text[]', options.ignore],
    ['masked', 'text[]', options.mask],
    ['json_columns', 'jsonb', jsonColumn && JSON.stringify(jsonColumn)],
    ['modified_at', 'text', options.modifiedAt],
    ['modified_by', 'text', options.modifiedBy],
    ['touch', 'boolean', options.touch],
    ['log_query', 'boolean', options.logQuery],
    ['row_log', 'boolean', options.rowLog],
  ];
  const values: SqlValue[] = [table];
  const named: string[] = [];
  for (const [name, type, value] of candidates) {
    if (value === undefined) continue;
    values.push(value);
    named.push(`  ${name} => $${values.length}::${type}`);
  }
  return { text: `select audit.track(${['$1::regclass', ...named].join(',\n')})`, values };
}

export function untrackStatement(table: string): Statement {
  return { text: 'select audit.untrack($1::regclass)', values: [table] };
}
