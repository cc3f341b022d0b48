import type pg from 'pg';

/** The table of the examples, tracked. */
export async function makeUsers(client: pg.Client, schema = 'public'): Promise<void> {
  await client.query(`
    create schema if not exists ${schema};
    create table ${schema}.users (id int primary key, name text, email text, role text);
    select audit.track('${schema}.users')`);
}

/** A record of a change at any time: the log takes rows like every table. `back` is how long before its transaction began. */
export async function logChange(
  client: pg.Client,
  at: string,
  name: string,
  { schema = 'public', back = '0' } = {},
): Promise<void> {
  await client.query(
    `insert into audit.data_op_log (schema_name, table_name, data_id, diff, relid, role_name,
       action_tstamp_tx, action_tstamp_stm, action_tstamp_clk, action, statement_only)
     values ($1, 'users', '7', jsonb_build_object('diffType', 'normal', 'name', 'null -> ' || to_json($2::text)),
       ($1 || '.users')::regclass, 'app', $3::timestamptz - $4::interval, $3, $3, 'U', false)`,
    [schema, name, at, back],
  );
}

/** A schedule without its pg_cron job: what the job calls is called by the test. */
export async function insertSchedule(
  client: pg.Client,
  directory: string,
  { daysBack = 1, table = 'public.users' } = {},
): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    `insert into audit.export_schedule (relid, schedule, directory, id_header, actions, time_zone, keep_details, next_day)
     values ($1::regclass, '0 3 * * *', $2, 'data_id', '{U}', 'UTC', '1 day', (clock_timestamp() at time zone 'UTC')::date - $3::int)
     returning id`,
    [table, directory, daysBack],
  );
  return rows[0]?.id as number;
}

/** A moment of a day that lies that many days back, in UTC. */
export function daysAgo(days: number, time = '12:00:00'): string {
  const day = new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
  return `${day} ${time}+00`;
}
