import { useDatabase } from '@audit/test-db';
import { expect, test } from 'vitest';
import { cli } from '../../test/cli.js';
import { auditedShop } from '../../test/shop.js';

const database = useDatabase({ prepare: auditedShop });
const run = (args: string[]) => cli(args, { DATABASE_URL: database().url });

async function history(...times: string[]) {
  const client = await database().connect();
  await client.query(
    `insert into audit.data_op_log (schema_name, table_name, relid, transaction_id, action_tstamp_tx, action_tstamp_stm, action_tstamp_clk, action, statement_only)
     select 's', 't', 0, pg_current_xact_id()::text::bigint, t, t, t, 'I', false from unnest($1::timestamptz[]) as t`,
    [times],
  );
  return async () => Number((await client.query('select from audit.data_op_log')).rowCount);
}

test('counts, refuses without being told, and drops what lies wholly before', async () => {
  const records = await history('2020-01-10Z', '2020-01-31Z', '2020-02-10Z');
  await run(['maintain']);

  const dry = await run(['prune', '--before', '2020-02-20T00:00Z', '--dry-run']);
  expect(dry).toMatchObject({ code: 0, stderr: '' });
  expect(dry.stdout.replaceAll(/\d+ kB/g, '<n> kB')).toMatchInlineSnapshot(`
    "MONTH    RECORDS  SIZE   PARTITION
    2020-01  2        <n> kB  audit.data_op_log_2020_01  would go
    2020-02  1        <n> kB  audit.data_op_log_2020_02  stays: not wholly before

    2 records would be dropped.
    "
  `);

  const refused = await run(['prune', '--before', '2020-02-20T00:00Z']);
  expect(refused).toMatchObject({ code: 64, stdout: '' });
  expect(refused.stderr).toContain('--yes');
  expect(await records()).toBe(3);

  const done = await run(['prune', '--before', '2020-02-20T00:00:00.000001Z', '--yes', '--json']);
  expect(done).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(done.stdout)).toEqual({
    before: '2020-02-20T00:00:00.000001Z',
    dryRun: false,
    records: 2,
    months: [
      {
        partition: 'audit.data_op_log_2020_01',
        begins: '2020-01-01T00:00:00Z',
        ends: '2020-02-01T00:00:00Z',
        records: 2,
        bytes: expect.any(Number),
        whole: true,
      },
      expect.objectContaining({ partition: 'audit.data_op_log_2020_02', records: 1, whole: false }),
    ],
  });
  expect(await records()).toBe(1);
});

test('an age is counted from now', async () => {
  const records = await history('2020-01-10Z');
  const { code, stdout } = await run(['prune', '--before', '12 months', '--yes']);
  expect(code).toBe(0);
  expect(stdout).toContain('2 records were dropped.');
  expect(await records()).toBe(0);
  const again = await run(['prune', '--before', '12 months', '--yes']);
  expect(again.stdout).toMatch(/^No month of the log lies wholly before \d{4}-/);
});

test('what a reader has not read stays, unless forced', async () => {
  const records = await history('2020-01-10Z');
  const client = await database().connect();
  await client.query(`select audit.create_reader('warehouse')`);
  const { code, stderr } = await run(['prune', '--before', '1 year', '--yes']);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^error: .*warehouse\n hint: .*force/);
  expect(await records()).toBe(1);
  expect((await run(['prune', '--before', '1 year', '--yes', '--force'])).code).toBe(0);
  expect(await records()).toBe(0);
  await client.query(`select audit.drop_reader('warehouse')`);
});

test('someone in the way is named', async () => {
  await history('2020-01-10Z');
  const reader = await database().connect();
  await reader.query('begin; select from audit.data_op_log');
  const { code, stderr } = await run([
    'prune',
    '--before',
    '1 year',
    '--yes',
    '--patience',
    '300 ms',
  ]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^error: the log is in use.*\n hint: Nothing was changed.*sessions \d+/);
  await reader.query('rollback');
});
