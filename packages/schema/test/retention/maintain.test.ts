import { expect, test } from 'vitest';
import { useAudited } from '../support/audited.js';
import { fingerprint, handMade, partitions, until } from './support/log.js';

const { client, database } = useAudited();

const thisMonth = () => new Date().toISOString().slice(0, 7).replace('-', '_');

test('makes the months ahead, in UTC whatever the session says, and says so once', async () => {
  await client().query(`set timezone = 'Pacific/Kiritimati'; set datestyle = 'German, DMY'`);
  const { rows } = await client().query('select outcome, records from audit.maintain(14)');
  expect(rows).toEqual(Array(11).fill({ outcome: 'made', records: '0' }));
  expect((await client().query('select * from audit.maintain(14)')).rows).toEqual([]);
  const wrong = await client().query(`
    select from audit._log_partitions() as p
    where p.begins at time zone 'UTC' <> date_trunc('month', p.begins at time zone 'UTC')
       or p.ends at time zone 'UTC' <> (p.begins at time zone 'UTC') + interval '1 month'`);
  expect(wrong.rowCount).toBe(0);
  await client().query('reset timezone; reset datestyle');
});

test('moves what a missing month has left in the default partition: the same records, in their months', async () => {
  await client().query(`
    drop table audit.data_op_log_${thisMonth()};
    create table item (id int primary key, note text, doc jsonb);
    select audit.track('item');
    insert into item select g, repeat('ü', g), jsonb_build_object('big', 12345678901234567890::numeric + g) from generate_series(1, 500) as g;
    update item set note = null, doc = doc || '{"x": 1.00}' where id % 2 = 0;
    delete from item where id % 3 = 0`);
  await client().query(
    handMade(
      `t`,
      `from unnest('{2019-12-31 23:59:59.999999+00,2020-01-01 00:00+00,2020-02-29 12:00+00}'::timestamptz[]) as t`,
    ),
  );
  const before = await fingerprint(client());
  await client().query(`set timezone = 'America/St_Johns'`);
  const { rows } = await client().query('select * from audit.maintain()');
  await client().query('reset timezone');
  expect(rows).toEqual([
    { partition: 'audit.data_op_log_2019_12', outcome: 'filled', records: '1' },
    { partition: 'audit.data_op_log_2020_01', outcome: 'filled', records: '1' },
    { partition: 'audit.data_op_log_2020_02', outcome: 'filled', records: '1' },
    {
      partition: `audit.data_op_log_${thisMonth()}`,
      outcome: 'filled',
      records: String(500 + 250 + 166),
    },
  ]);
  expect(await fingerprint(client())).toEqual(before);
  expect((await client().query('select from audit.data_op_log_default')).rowCount).toBe(0);
});

test('what it has made is append-only, has the log’s indexes, and takes the next record', async () => {
  for (const table of [
    `data_op_log_${thisMonth()}`,
    'data_op_log_2020_01',
    'data_op_log_default',
  ]) {
    await expect(client().query(`delete from audit.${table}`)).rejects.toMatchObject({
      code: 'UA014',
    });
  }
  const { rows } = await client().query(`
    select count(distinct x.inhparent)::int as indexes
    from pg_index as i join pg_inherits as x on x.inhrelid = i.indexrelid
    where i.indrelid = any ('{audit.data_op_log_2020_01,audit.data_op_log_default}'::regclass[])
    group by i.indrelid`);
  expect(rows).toEqual([{ indexes: 3 }, { indexes: 3 }]);
  await client().query(`insert into item (id) values (9999)`);
  expect(
    (
      await client().query(
        `select tableoid::regclass::text as place from audit.data_op_log where data_id = '9999'`,
      )
    ).rows,
  ).toEqual([{ place: `audit.data_op_log_${thisMonth()}` }]);
});

test('a record that is committed while it copies comes along; a reader sees each once, before and after', async () => {
  const writer = await database().connect();
  const reader = await database().connect();
  await client().query(handMade(`'2021-05-05'`, 'from generate_series(1, 300)'));
  // In flight when the move begins: it is waited for, without a lock.
  await writer.query('begin');
  await writer.query(handMade(`'2021-05-06'`));
  const moving = client().query(`select * from audit.maintain(patience => '20 s')`);
  await until(
    reader,
    `exists (select from pg_stat_activity where query like 'select * from audit.maintain%' and pid <> pg_backend_pid() and wait_event = 'PgSleep')`,
  );
  const seen = await reader.query(
    `select count(*)::int as n from audit.data_op_log where action_tstamp_tx < '2021-06-01' and action_tstamp_tx >= '2021-05-01'`,
  );
  expect(seen.rows).toEqual([{ n: 300 }]);
  await writer.query(handMade(`'2021-05-07'`));
  await writer.query('commit');
  expect((await moving).rows).toEqual([
    { partition: 'audit.data_op_log_2021_05', outcome: 'filled', records: '302' },
  ]);
  const after = await reader.query(
    `select count(*)::int as n, count(distinct id)::int as ids from audit.data_op_log where action_tstamp_tx < '2021-06-01' and action_tstamp_tx >= '2021-05-01'`,
  );
  expect(after.rows).toEqual([{ n: 302, ids: 302 }]);
});

test('two at once: the second finds the work done', async () => {
  const other = await database().connect();
  await client().query(handMade(`'2021-07-07'`, 'from generate_series(1, 100)'));
  const [first, second] = await Promise.all([
    client().query('select * from audit.maintain()'),
    other.query('select * from audit.maintain()'),
  ]);
  expect([...first.rows, ...second.rows]).toEqual([
    { partition: 'audit.data_op_log_2021_07', outcome: 'filled', records: '100' },
  ]);
});

test('a transaction that would go on with an older view of the data is not passed by', async () => {
  const old = await database().connect();
  await client().query(handMade(`'2021-08-08'`));
  await old.query('begin isolation level repeatable read; select 1');
  await expect(
    client().query(`select * from audit.maintain(patience => '300 ms')`),
  ).rejects.toMatchObject({
    code: 'UA070',
    hint: expect.stringMatching(/^Nothing was changed\. In the way: sessions \d+ /),
  });
  expect(await partitions(client())).not.toContain('2021_08');
  await old.query('commit');
  expect((await client().query('select * from audit.maintain()')).rowCount).toBe(1);
  await client().query('begin isolation level serializable');
  await expect(client().query('select * from audit.maintain()')).rejects.toMatchObject({
    code: 'UA071',
  });
  await client().query('rollback');
});

test('records with earlier ids, inserted by hand at the last moment, are found by counting', async () => {
  await client().query(handMade(`'2022-01-01'`, 'from generate_series(1, 10)'));
  const before = await fingerprint(client());
  await client().query('begin');
  await client().query(`create temp table filled as select * from audit._fill_months('1 s')`);
  await client().query(handMade(`'2022-01-02'`, '', '-5'));
  await client().query(handMade(`'2022-03-02'`, '', '-6'));
  await client().query(`select audit._swap_default(counts, settled_id, true) from filled`);
  await client().query('commit');
  expect(Number((await fingerprint(client())).records)).toBe(Number(before.records) + 2);
  expect(await partitions(client())).toEqual(expect.arrayContaining(['2022_01', '2022_03']));
});

test('a default partition that takes too long to count is compared by the next call, and nothing is lost', async () => {
  await client().query(handMade(`'2022-05-01'`, 'from generate_series(1, 10)'));
  const before = await fingerprint(client());
  await client().query('begin');
  await client().query(`create temp table filled2 as select * from audit._fill_months('1 s')`);
  await client().query(handMade(`'2022-05-02'`, '', '-7'));
  await client().query(`select audit._swap_default(counts, settled_id, false) from filled2`);
  await client().query('commit');
  expect(await fingerprint(client())).toEqual(before);
  await expect(client().query('truncate audit.data_op_log_emptied')).rejects.toMatchObject({
    code: 'UA014',
  });
  expect((await client().query('select * from audit.maintain()')).rows).toEqual([
    { partition: 'audit.data_op_log_emptied', outcome: 'compared', records: '1' },
  ]);
  expect(Number((await fingerprint(client())).records)).toBe(Number(before.records) + 1);
  expect(
    (await client().query(`select to_regclass('audit.data_op_log_emptied') as gone`)).rows,
  ).toEqual([{ gone: null }]);
});

test('a table in a partition’s place is left alone', async () => {
  await client().query('create table audit.data_op_log_2023_03 (id int)');
  await client().query(handMade(`'2023-03-03'`));
  await expect(client().query('select * from audit.maintain()')).rejects.toMatchObject({
    code: 'UA073',
    hint: expect.stringContaining('Rename'),
  });
  await client().query('drop table audit.data_op_log_2023_03');
  expect((await client().query('select * from audit.maintain()')).rowCount).toBe(1);
});
