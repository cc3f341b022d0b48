import { beforeAll, expect, test } from 'vitest';
import { useAudited } from '../../support/audited.js';
import { texts, value } from '../../support/records.js';

const { client, database } = useAudited();

beforeAll(async () => {
  await client().query(`
    create table noted (id int primary key, v text);
    select audit.track('noted')`);
});

test('application_name, client_addr and client_port', async () => {
  const session = await database().connect(`${database().url}?application_name=shop%20%C3%A4`);
  await session.query(`insert into noted values (1, 'a')`);
  await session.query(`set application_name = 'later'`);
  await session.query(`insert into noted values (2, 'a')`);
  const { rows } = await session.query(
    `select host(inet_client_addr()) || ' ' || inet_client_port() as address, current_setting('application_name') as name`,
  );
  const [first, second] = await texts(
    client(),
    'noted',
    `concat_ws(' ', host(client_addr), client_port, application_name)`,
  );
  expect(first).toMatch(new RegExp(`^${rows[0].address} shop `));
  expect(second).toBe(`${rows[0].address} later`);
});

test('transaction_id is that of the transaction, also in a savepoint', async () => {
  await client().query('begin');
  await client().query(`insert into noted values (10, 'a')`);
  await client().query('savepoint s');
  await client().query(`insert into noted values (11, 'a')`);
  const id = await value(client(), `select pg_current_xact_id()::text`);
  await client().query('commit');
  expect((await texts(client(), 'noted', 'transaction_id')).slice(-2)).toEqual([id, id]);
});

test('the records of a statement share one statement_id, no two statements do', async () => {
  await client().query(`insert into noted select n, 'a' from generate_series(20, 29) as n`);
  await client().query(`update noted set v = 'b' where id between 20 and 29`);
  await client().query(`delete from noted where id between 20 and 29`);
  const ids = (await texts(client(), 'noted', 'statement_id')).slice(-30).map(Number);
  const sets = [ids.slice(0, 10), ids.slice(10, 20), ids.slice(20)].map((part) => new Set(part));
  expect(sets.map((set) => set.size)).toEqual([1, 1, 1]);
  expect(new Set(ids).size).toBe(3);
  expect([...new Set(ids)]).toEqual([...new Set(ids)].sort((a, b) => a - b));
});

test('timestamps: of the transaction, of the statement and by the clock', async () => {
  await client().query('begin');
  const began = await value(client(), 'select now()::text');
  await client().query('select pg_sleep(0.05)');
  await client().query(`insert into noted values (30, 'a')`);
  await client().query('commit');
  const { rows } = await client().query(
    `select action_tstamp_tx = $1::timestamptz as began,
            action_tstamp_stm - action_tstamp_tx >= interval '0.05 s' as later,
            action_tstamp_clk >= action_tstamp_stm and action_tstamp_clk < clock_timestamp() as clock
     from audit.data_op_log where table_name = 'noted' order by id desc limit 1`,
    [began],
  );
  expect(rows).toEqual([{ began: true, later: true, clock: true }]);
});

test('relid, schema and name are those of the table', async () => {
  expect(
    new Set(
      await texts(
        client(),
        'noted',
        `concat_ws(' ', relid::regclass, schema_name, table_name, statement_only)`,
      ),
    ),
  ).toEqual(new Set(['noted public noted f']));
});

test('ids grow in the order of the writes of a session', async () => {
  for (let n = 40; n < 50; n++) await client().query(`insert into noted values (${n}, 'a')`);
  const { rows } = await client().query(`
    select data_id from audit.data_op_log where table_name = 'noted' and data_id::int between 40 and 49 order by id`);
  expect(rows.map(({ data_id }) => Number(data_id))).toEqual([
    40, 41, 42, 43, 44, 45, 46, 47, 48, 49,
  ]);
});
