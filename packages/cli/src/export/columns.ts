import type { Format } from './format.js';

export const views = ['fields', 'records'] as const;
export type View = (typeof views)[number];

/** The log's columns, in its order. */
const recordColumns = [
  'id',
  'schema_name',
  'table_name',
  'data_id',
  'modified_at',
  'modified_by',
  'op_type',
  'op_note',
  'revision_id',
  'op_meta',
  'raw_data',
  'diff',
  'json_diff',
  'relid',
  'session_user_name',
  'role_name',
  'application_name',
  'action_tstamp_tx',
  'action_tstamp_stm',
  'action_tstamp_clk',
  'transaction_id',
  'statement_id',
  'client_addr',
  'client_port',
  'client_query',
  'action',
  'statement_only',
] as const;

/** The columns of audit.export_csv. */
const fieldColumns = [
  'data_id',
  'field_changed',
  'old_value',
  'new_value',
  'changed_by',
  'changed_at',
] as const;

/** Which columns are exported: of one table's fields, the table's name is none of them. */
export function columnsOf(view: View, oneTable: boolean): readonly string[] {
  if (view === 'records') return recordColumns;
  return oneTable ? fieldColumns : ['schema_name', 'table_name', ...fieldColumns];
}

/**
 * The select list for a row `e`: one text, because a row of many columns costs a driver more than all the rest does. In
 * JSON each value has its type; cells come as an array of texts.
 */
export function selectList(columns: readonly string[], format: Format): string {
  if (format === 'jsonl') return columns.map((name) => `e.${name}`).join(', ');
  return cellsOf(columns.map(textOf));
}

/** An array of cells as JSON. */
export function cellsOf(texts: readonly string[]): string {
  return `json_build_array(${texts.join(', ')})::text as line`;
}

/** A cast of inet to text would add the width of its mask. */
function textOf(name: string): string {
  return name === 'client_addr' ? 'host(e.client_addr)' : `e.${name}::text`;
}
