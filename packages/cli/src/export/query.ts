import { cellsOf, columnsOf, selectList, type View } from './columns.js';
import type { Format } from './format.js';

/** A condition on a row `e`, or a whole query, with values for `$1` and so on. */
export interface Sql {
  readonly text: string;
  readonly params: readonly unknown[];
}

/** What to select. */
export interface Selection {
  readonly view: View;
  readonly format: Format;
  /** Whether all rows are of one table, whose name need not be repeated then. */
  readonly oneTable: boolean;
  /** The time zone that times are written in. */
  readonly timeZone: string;
}

/** The log's field changes under the names of its records, so that one condition serves both. */
const fields = (timeZone: string) => `(
  select h.log_id as id, h.schema_name, h.table_name, h.data_id, h.field_changed, h.ordinal_position, h.old_value,
    h.new_value, h.changed_by, audit._time_text(h.changed_at, ${timeZone}) as changed_at, h.action, h.transaction_id,
    h.transaction_began as action_tstamp_tx, h.changed_at as action_tstamp_clk,
    jsonb_build_object('actor', h.changed_by) as op_meta, null::text as modified_by, null::text as role_name
  from audit.field_history as h
)`;

/** All rows that meet the condition, in the order of their capture. */
export function selectQuery(selection: Selection, condition: Sql): Sql {
  const { view, format, oneTable, timeZone } = selection;
  const list = selectList(columnsOf(view, oneTable), format);
  if (view === 'records') {
    const text = `select ${list}\nfrom audit.data_op_log as e\nwhere ${condition.text}\norder by e.id`;
    return lines(format, { text, params: condition.params });
  }
  const params = [...condition.params, timeZone];
  const from = fields(`$${params.length}`);
  const order = 'e.id, e.ordinal_position, e.field_changed collate "C"';
  const text = `select ${list}\nfrom ${from} as e\nwhere ${condition.text}\norder by ${order}`;
  return lines(format, { text, params });
}

/** The lines of a selection: for JSON the server writes them. */
function lines(format: Format, { text, params }: Sql): Sql {
  return format === 'jsonl' ? asJson({ text, params }) : { text, params };
}

/** The lines of any query with these columns. */
export function linesOf(format: Format, columns: readonly string[], query: Sql): Sql {
  if (format === 'jsonl') return asJson(query);
  const cells = cellsOf(columns.map((name) => `r.${name}`));
  return { text: `select ${cells}\nfrom (${query.text}) as r`, params: query.params };
}

function asJson({ text, params }: Sql): Sql {
  return { text: `select row_to_json(r)::text as line\nfrom (${text}) as r`, params };
}

/** Several conditions, each with placeholders that begin at `$1`. */
export function all(...conditions: readonly Sql[]): Sql {
  const params: unknown[] = [];
  const texts = conditions.map((condition) => {
    const before = params.length;
    params.push(...condition.params);
    return condition.text.replace(/\$(\d+)/g, (_, number) => `$${before + Number(number)}`);
  });
  return { text: texts.join('\n  and '), params };
}
