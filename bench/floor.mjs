import { compare, measure } from './measure.mjs';
import { insertRows } from './workload.mjs';

/** The parts of an audited insert that no capture can do without, each alone. */
const parts = [
  {
    key: 'records',
    name: 'inserting the finished records',
    sql: 'insert into audit.data_op_log select * from ready',
  },
  {
    key: 'bare',
    name: 'the same without indexes',
    before: `drop index audit.data_op_log_row_idx, audit.data_op_log_time_idx;
      alter table audit.data_op_log drop constraint data_op_log_pkey`,
    sql: 'insert into audit.data_op_log select * from ready',
  },
  {
    key: 'toJsonb',
    name: 'to_jsonb(row)',
    sql: 'select count(to_jsonb(i)) from public.item as i',
  },
  {
    key: 'parse',
    name: "parsing the rows' text to jsonb",
    sql: 'select count(document::jsonb) from row_text',
  },
];

/** Real records of the real rows, kept aside, and an empty log to put them in. */
const prepareReady = `
  create table ready as select * from audit.data_op_log;
  create table row_text as select to_jsonb(i)::text as document from public.item as i;
  do $$
  declare
    part regclass;
  begin
    for part in select relid from pg_partition_tree('audit.data_op_log') loop
      execute format('alter table %s disable trigger user', part);
    end loop;
  end
  $$;
  truncate audit.data_op_log`;

/** As ratios to the unaudited insert; `baseline` are its times, taken in the rounds before. */
export async function benchFloor({ databases, rows, baseline, progress }) {
  await databases.create('floor', { from: 'ours_sql' });
  await databases.prepare('floor', async (pool) => {
    await pool.query(insertRows(1, rows));
    await pool.query(prepareReady);
    await pool.query('vacuum analyze');
  });
  const times = Object.fromEntries(parts.map(({ key }) => [key, []]));
  for (let round = 0; round < baseline.length; round++) {
    progress(`the floor, round ${round + 1} of ${baseline.length}`);
    for (const { key, before, sql } of parts) {
      await databases.create('floor_run', { from: 'floor' });
      const client = await databases.connect('floor_run');
      // What it costs on an otherwise idle machine; captures pin it too.
      await client.query('set jit = off');
      if (before) await client.query(before);
      await client.query(
        'select count(*) from ready; select count(*) from public.item; checkpoint',
      );
      times[key].push(await measure(client, sql));
      await client.end();
      await databases.drop('floor_run');
    }
  }
  await databases.drop('floor');
  return parts.map(({ key, name }) => ({ name, ...compare(times[key], baseline) }));
}
