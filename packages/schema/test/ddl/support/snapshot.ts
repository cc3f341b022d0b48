import type pg from 'pg';

export interface Column {
  name: string;
  /** The type without its modifier, for example `numeric`. */
  type: string;
  generated: boolean;
  key: boolean;
}

export interface Table {
  schema: string;
  name: string;
  columns: Column[];
}

/** Rows by key value, each as the JSON texts of its columns and as a whole. */
export type Snapshot = Map<string, { values: Map<string, string>; whole: string }>;

/** The table's name for a statement. */
export function qualified({ schema, name }: Table): string {
  return `${schema}."${name}"`;
}

/** The table of this OID, whatever it is called by now. */
export async function tableNow(client: pg.Client, relid: number): Promise<Table> {
  const { rows } = await client.query<Column & { schema: string; table: string }>(
    `select n.nspname::text as schema, c.relname::text as table, a.attname::text as name,
       format_type(a.atttypid, null) as type, a.attgenerated <> '' as generated,
       exists (select from pg_index as i where i.indrelid = c.oid and i.indisprimary and a.attnum = any (i.indkey)) as key
     from pg_class as c
     join pg_namespace as n on n.oid = c.relnamespace
     join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.oid = $1
     order by a.attnum`,
    [relid],
  );
  const [first] = rows;
  if (first === undefined) throw new Error('the table is gone');
  return { schema: first.schema, name: first.table, columns: rows };
}

/** Everything as text that the server wrote, so that no digit is lost here. */
export async function snapshot(client: pg.Client, relid: number): Promise<Snapshot> {
  const table = await tableNow(client, relid);
  const key = table.columns.find((column) => column.key)?.name;
  const { rows } = await client.query<{
    key: string;
    whole: string;
    column: string;
    value: string;
  }>(
    `select to_jsonb(t) ->> $1 as key, to_jsonb(t)::text as whole, c.key as column, c.value::text as value
     from ${qualified(table)} as t
     cross join jsonb_each(to_jsonb(t)) as c`,
    [key],
  );
  const result: Snapshot = new Map();
  for (const row of rows) {
    const entry = result.get(row.key) ?? { values: new Map<string, string>(), whole: row.whole };
    entry.values.set(row.column, row.value);
    result.set(row.key, entry);
  }
  return result;
}

/** The records since a position, each as one text, in the order of their text. */
export async function newRecords(
  client: pg.Client,
  relid: number,
  after: string,
): Promise<string[]> {
  const { rows } = await client.query<{ text: string }>(
    `select concat_ws(' ', schema_name, table_name, action, coalesce(data_id, '-'),
       raw_data::text,
       (select string_agg(d.key || ': ' || d.value, '; ' order by d.key collate "C") from jsonb_each_text(diff) as d),
       (select string_agg(d.key || ': ' || d.value::text, '; ' order by d.key collate "C") from jsonb_each(json_diff) as d)
     ) as text
     from audit.data_op_log where relid = $1 and id > $2`,
    [relid, after],
  );
  return rows.map(({ text }) => text).sort();
}
