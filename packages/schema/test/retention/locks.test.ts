import type pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { useAudited } from '../support/audited.js';
import { handMade, partitions, until } from './support/log.js';

const { client, database } = useAudited();

async function fillMonth(month: string): Promise<void> {
  await client().query(handMade(`'${month}-15+00'`, 'from generate_series(1, 20)'));
}

/** A connection whose transaction ends with the test, however that goes. */
async function connect(): Promise<pg.Client> {
  const connection = await database().connect();
  onTestFinished(() => connection.end());
  return connection;
}

const pids = async (of: pg.Client) =>
  (await of.query('select pg_backend_pid() as pid')).rows[0].pid as number;

test('a long reader is not waited for in a queue: maintenance gives up, and writers go on meanwhile', async () => {
  await client().query(`create table item (id int primary key); select audit.track('item')`);
  await fillMonth('2020-01');
  const reader = await connect();
  const writer = await connect();
  await reader.query('begin; select count(*) from audit.data_op_log');

  const maintaining = client().query(`select * from audit.maintain(patience => '2 s')`);
  const failure = maintaining.catch((error) => error);
  let slowest = 0;
  let written = 0;
  for (let running = true; running; ) {
    const started = performance.now();
    await writer.query('insert into item values ($1)', [++written]);
    slowest = Math.max(slowest, performance.now() - started);
    running = await Promise.race([
      failure.then(() => false),
      new Promise<boolean>((next) => setImmediate(next, true)),
    ]);
  }
  console.info(
    `a reader in the way: ${written} writes, the slowest took ${Math.round(slowest)} ms`,
  );

  // The reader still holds its lock: that a writer got through at all shows that nobody queues for it.
  expect(written).toBeGreaterThan(10);
  expect(await failure).toMatchObject({
    code: 'UA070',
    message: expect.stringMatching(
      /^the log is in use: \d+ attempts to lock it failed for 00:00:02$/,
    ),
    hint: expect.stringMatching(new RegExp(`sessions ${await pids(reader)}\\b`)),
  });
  expect(await partitions(client())).not.toContain('2020_01');
  await reader.query('commit');
  expect((await client().query('select * from audit.maintain()')).rows).toEqual([
    { partition: 'audit.data_op_log_2020_01', outcome: 'filled', records: '20' },
  ]);
});

test('no attempt holds the log for longer than the limit that is set on it', async () => {
  const { rows } = await client().query(
    `select proconfig from pg_proc where oid = 'audit._lock_log(boolean, text[], interval, boolean)'::regprocedure`,
  );
  expect(rows[0].proconfig).toContain('lock_timeout=150ms');
});

test('an attempt that is given up lets go of what it has: the next one succeeds when the reader is gone', async () => {
  const reader = await connect();
  const observer = await connect();
  await reader.query('begin; select count(*) from audit.data_op_log');
  const attempts = client().query(
    `select audit._lock_log(true, '{audit.data_op_log_default}', '30 s') as attempts`,
  );
  await until(
    observer,
    `exists (select from pg_stat_activity where query like 'select audit._lock_log%' and wait_event = 'PgSleep')`,
  );
  const held = await observer.query(
    `select from pg_locks where relation = 'audit.data_op_log'::regclass and mode = 'AccessExclusiveLock' and granted`,
  );
  expect(held.rowCount).toBe(0);
  await reader.query('commit');
  expect((await attempts).rows[0].attempts).toBeGreaterThan(1);
});

test('months ahead are attached beside a transaction that has written', async () => {
  const writer = await connect();
  await writer.query('begin; insert into item values (-1)');
  await client().query(`select * from audit.maintain(6, patience => '0')`);
  await writer.query('insert into item values (-2); commit');
  expect(
    (await client().query('select from audit.data_op_log where data_id in ($1, $2)', ['-1', '-2']))
      .rowCount,
  ).toBe(2);
});

test('a drop waits for a reader in the same way', async () => {
  await client().query(`select audit._add_log_partition('2019-01-01')`);
  const reader = await connect();
  await reader.query('begin; select count(*) from audit.data_op_log_2019_01');
  await expect(
    client().query(`select * from audit.drop_before('2019-03-01', patience => '500 ms')`),
  ).rejects.toMatchObject({ code: 'UA070' });
  await client().query('insert into item values (-3)');
  await reader.query('commit');
  expect((await client().query(`select * from audit.drop_before('2019-03-01')`)).rowCount).toBe(1);
});

test('under load: nothing is lost, doubled or changed, and nobody waits long', async () => {
  await client().query('create table written (id bigint primary key, at timestamptz)');
  const rounds = 12;
  let round = 0;
  let done = false;
  let slowest = 0;
  let writes = 0;
  const writers = await Promise.all(Array.from({ length: 6 }, () => connect()));
  const reader = await connect();

  const write = async (writer: pg.Client, number: number) => {
    for (let n = 0; !done; n++) {
      // Of months that have no partition yet, and of some that have got one.
      const at = `timestamptz '2001-01-10 00:00+00' + ${Math.max(0, round - (n % 3))} * interval '1 month'`;
      const started = performance.now();
      await writer.query('begin');
      await writer.query(
        `with made as (${handMade(at, 'from generate_series(1, 3)')} returning id, action_tstamp_tx) insert into written select * from made`,
      );
      await writer.query('insert into item values ($1)', [1_000_000 * (number + 1) + n]);
      await writer.query(n % 7 === 0 ? 'rollback' : 'commit');
      slowest = Math.max(slowest, performance.now() - started);
      writes++;
    }
  };
  const read = async () => {
    while (!done) {
      // One snapshot for both: what a transaction wrote is in both or in neither.
      const { rows } = await reader.query(`
        select (select count(*) from written) as written,
          (select count(*) from audit.data_op_log where table_name = 't' and action_tstamp_tx between '2001-01-01' and '2003-01-01') as logged`);
      expect(rows[0].logged).toBe(rows[0].written);
    }
  };
  const maintain = async () => {
    const moved: number[] = [];
    for (; round < rounds; round++) {
      await client().query('select pg_sleep(0.2)');
      await client().query(`select audit._add_log_partition('1999-01-01')`);
      const { rows } = await client().query<{ outcome: string; records: string }>(
        'select * from audit.maintain()',
      );
      moved.push(
        ...rows.filter(({ outcome }) => outcome === 'filled').map(({ records }) => Number(records)),
      );
      await client().query(`select * from audit.drop_before('1999-02-01')`);
    }
    done = true;
    return moved;
  };
  const [moved] = await Promise.all([
    maintain().finally(() => {
      done = true;
    }),
    read(),
    ...writers.map(write),
  ]);
  console.info(
    `under load: ${writes} transactions of 6 writers, the slowest took ${Math.round(slowest)} ms; ${moved.length} months filled while they wrote`,
  );

  expect(moved.length).toBeGreaterThanOrEqual(rounds - 1);
  await client().query('select * from audit.maintain()');
  const { rows } = await client().query(`
    select count(*)::int as wrong from written as w
    full join (select id, action_tstamp_tx from audit.data_op_log where table_name = 't' and action_tstamp_tx between '2001-01-01' and '2003-01-01') as l using (id)
    where w.id is null or l.id is null or w.at <> l.action_tstamp_tx`);
  expect(rows).toEqual([{ wrong: 0 }]);
  const twice = await client().query(
    'select id from audit.data_op_log group by id having count(*) > 1',
  );
  expect(twice.rows).toEqual([]);
  const items = await client().query(`
    select count(*)::int as wrong from item as i
    full join (select data_id from audit.data_op_log where table_name = 'item') as l on l.data_id = i.id::text
    where i.id is null or l.data_id is null`);
  expect(items.rows).toEqual([{ wrong: 0 }]);
}, 60_000);
