import type pg from 'pg';

/** The columns of a record that have no default, for one of the given time; `at` is SQL. */
export function handMade(
  at: string,
  from = '',
  id = "nextval('audit.data_op_log_id_seq')",
): string {
  return `insert into audit.data_op_log (
      id, schema_name, table_name, data_id, op_meta, raw_data, relid, transaction_id,
      action_tstamp_tx, action_tstamp_stm, action_tstamp_clk, action, statement_only
    ) select ${id}, 's', 't', 'k', '{"n": 1.10}', '{"a": "б"}', 1, pg_current_xact_id()::text::bigint, ${at}, now(), now(), 'I', false ${from}`;
}

/** The whole log, every column of every record, as one fingerprint, and how many there are. */
export async function fingerprint(client: pg.Client): Promise<{ records: string; sum: string }> {
  const { rows } = await client.query<{ records: string; sum: string }>(
    `select count(*) as records, md5(string_agg(l::text, e'\\n' order by l.id, l::text)) as sum from audit.data_op_log as l`,
  );
  if (rows[0] === undefined) throw new Error('an aggregate has one row');
  return rows[0];
}

/** Names of the log's partitions, without `audit.data_op_log_`. */
export async function partitions(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select replace(p.partition::text, 'audit.data_op_log_', '') as name from audit._log_partitions() as p`,
  );
  return rows.map(({ name }) => name);
}

/** Waits until a query says true. */
export async function until(client: pg.Client, condition: string): Promise<void> {
  const giveUp = Date.now() + 30_000;
  for (;;) {
    await client.query('select pg_stat_clear_snapshot()');
    const { rows } = await client.query<{ holds: boolean }>(`select (${condition}) as holds`);
    if (rows[0]?.holds) return;
    if (Date.now() > giveUp) throw new Error(`never came true: ${condition}`);
    await client.query('select pg_sleep(0.02)');
  }
}
