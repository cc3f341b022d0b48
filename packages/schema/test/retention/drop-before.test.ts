import { expect, test } from 'vitest';
import { useAudited } from '../support/audited.js';
import { fingerprint, handMade, partitions } from './support/log.js';

const { client, database } = useAudited();

test('drops whole months, keeps the month that the time is in, and says both', async () => {
  await client().query(
    `select audit._add_log_partition(m) from unnest('{2020-01-01,2020-02-01,2020-03-01}'::date[]) as m`,
  );
  await client().query(
    handMade(
      't',
      `from unnest('{2020-01-31 23:59:59.999999+00,2020-02-01 00:00+00,2020-02-15+00,2020-03-01 00:00+00}'::timestamptz[]) as t`,
    ),
  );
  // In this zone the time is still in February: months are those of UTC.
  await client().query(`set timezone = 'America/Los_Angeles'`);
  const before = '2020-03-01 00:00:00+00';
  const { rows: prunable } = await client().query(
    'select partition, records, whole from audit.prunable($1)',
    [before],
  );
  expect(prunable).toEqual([
    { partition: 'audit.data_op_log_2020_01', records: '1', whole: true },
    { partition: 'audit.data_op_log_2020_02', records: '2', whole: true },
  ]);
  const { rows } = await client().query(`
    select partition, begins at time zone 'UTC' as begins, records, bytes > 0 as sized, dropped
    from audit.drop_before('2020-02-29 23:59:59+00')`);
  await client().query('reset timezone');
  expect(rows).toEqual([
    {
      partition: 'audit.data_op_log_2020_01',
      begins: new Date(2020, 0, 1),
      records: '1',
      sized: true,
      dropped: true,
    },
    {
      partition: 'audit.data_op_log_2020_02',
      begins: new Date(2020, 1, 1),
      records: '2',
      sized: true,
      dropped: false,
    },
  ]);
  expect(await partitions(client())).toEqual(expect.not.arrayContaining(['2020_01']));
  expect((await client().query('select data_id from audit.data_op_log')).rowCount).toBe(3);
  expect(
    (await client().query('select dropped from audit.drop_before($1)', [before])).rows,
  ).toEqual([{ dropped: true }]);
  expect(
    (await client().query('select dropped from audit.drop_before($1)', [before])).rows,
  ).toEqual([]);
});

test('old records of the default partition go too, the others of it stay in their months', async () => {
  await client().query(
    handMade('t', `from unnest('{2020-02-10+00,2021-02-10+00,2021-03-10+00}'::timestamptz[]) as t`),
  );
  const { rows } = await client().query(
    `select partition, records, bytes, dropped from audit.drop_before('2021-03-20+00')`,
  );
  expect(rows).toEqual([
    {
      partition: 'audit.data_op_log_2020_03',
      records: '1',
      bytes: expect.any(String),
      dropped: true,
    },
    { partition: 'audit.data_op_log_default', records: '1', bytes: null, dropped: true },
    { partition: 'audit.data_op_log_default', records: '1', bytes: null, dropped: true },
    { partition: 'audit.data_op_log_default', records: '1', bytes: null, dropped: false },
  ]);
  const left = await client().query(
    `select tableoid::regclass::text as place from audit.data_op_log`,
  );
  expect(left.rows).toEqual([{ place: 'audit.data_op_log_2021_03' }]);
});

test('what a reader has not read stays, unless forced', async () => {
  await client().query(
    `create table item (id int primary key); select audit.track('item'); insert into item values (1)`,
  );
  await client().query(`select audit.create_reader('warehouse')`);
  const before = await fingerprint(client());
  await expect(
    client().query(`select * from audit.drop_before('2021-04-01')`),
  ).rejects.toMatchObject({
    code: 'UA074',
    message: expect.stringContaining('warehouse'),
    hint: expect.stringContaining('force'),
  });
  expect(await fingerprint(client())).toEqual(before);
  const { rows } = await client().query(
    `select dropped from audit.drop_before('2021-04-01', force => true)`,
  );
  expect(rows).toEqual([{ dropped: true }]);
  await client().query(`select count(*) from audit.read_reader('warehouse')`);
  await client().query(handMade(`'2021-05-05'`));
  await client().query(`select audit.reset_reader('warehouse')`);
  await expect(
    client().query(`select * from audit.drop_before('2021-06-01')`),
  ).rejects.toMatchObject({ code: 'UA074' });
  await client().query(`select audit.drop_reader('warehouse')`);
  expect(
    (await client().query(`select dropped from audit.drop_before('2021-06-01')`)).rows,
  ).toEqual([{ dropped: true }]);
});

test('a prepared transaction that may still write older records is waited for, up to a point', async () => {
  const old = await database().connect();
  await client().query(`select audit._add_log_partition('2021-08-01')`);
  await old.query(`begin`);
  await old.query(handMade(`'2021-08-08'`));
  await old.query(`prepare transaction 'old one'`);
  await expect(
    client().query(`select * from audit.drop_before('2021-10-01', patience => '200 ms')`),
  ).rejects.toMatchObject({
    code: 'UA070',
    hint: expect.stringContaining('sessions 0 of'),
  });
  await old.query(`commit prepared 'old one'`);
  expect(
    (await client().query(`select records, dropped from audit.drop_before('2021-10-01')`)).rows,
  ).toEqual([{ records: '1', dropped: true }]);
});

test('as does one that began before the month was over', async () => {
  const old = await database().connect();
  await old.query('begin; select 1');
  // Of a month that ends now, so that the transaction is older than its end.
  await expect(
    client().query(`select audit._await_older(clock_timestamp(), '100 ms')`),
  ).rejects.toMatchObject({
    code: 'UA070',
    message: expect.stringContaining('transactions that began before'),
  });
  await old.query('commit');
  await client().query(`select audit._await_older(clock_timestamp(), '10 s')`);
});

test('nothing that is not a time is taken for one, and nothing changes', async () => {
  for (const wrong of ['null', `'infinity'`, `'-infinity'`]) {
    for (const verb of ['drop_before', 'prunable']) {
      await expect(client().query(`select * from audit.${verb}(${wrong})`)).rejects.toMatchObject({
        code: 'UA072',
      });
    }
  }
  await expect(
    client().query(`select * from audit.drop_before(now(), patience => null)`),
  ).rejects.toMatchObject({ code: 'UA072' });
  expect((await partitions(client())).length).toBe(5);
});
