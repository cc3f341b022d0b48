import type pg from 'pg';

/**
 * The records of a table in the order of capture, one line each: `I 1 {"id": 1}`, `U 1 qty: 1 -> 2`,
 * `D 1 {"id": 1}`, `T`. A diff of a JSON or array column follows as `json {…}`; no key is `-`. Everything is the
 * server's own text, so that no digit is lost on the way.
 */
export async function changes(client: pg.Client, table: string): Promise<string[]> {
  return texts(
    client,
    table,
    `concat_ws(' ',
       action,
       case when not statement_only then coalesce(data_id, '-') end,
       raw_data::text,
       (select string_agg(e.key || ': ' || e.value, ', ' order by e.key)
        from jsonb_each_text(diff) as e where e.key <> 'diffType'),
       'json ' || json_diff::text)`,
  );
}

/** One expression over each record of a table, as the server's text, in the order of capture. */
export async function texts(
  client: pg.Client,
  table: string,
  expression: string,
): Promise<string[]> {
  const { rows } = await client.query<{ text: string }>(
    `select (${expression})::text as text from audit.data_op_log where table_name = $1 order by id`,
    [table],
  );
  return rows.map(({ text }) => text);
}

/** How many records of each action a table has, for example `{ I: 3, U: 1 }`. */
export async function counts(client: pg.Client, table: string): Promise<Record<string, number>> {
  const { rows } = await client.query<{ action: string; count: number }>(
    `select action, count(*)::int from audit.data_op_log where table_name = $1 group by 1 order by 1`,
    [table],
  );
  return Object.fromEntries(rows.map(({ action, count }) => [action, count]));
}

/** The value in the first column of the first row. */
export async function value<T = string>(
  client: pg.Client,
  query: string,
  params: unknown[] = [],
): Promise<T> {
  const { rows } = await client.query({ text: query, values: params, rowMode: 'array' });
  return rows[0]?.[0] as T;
}
