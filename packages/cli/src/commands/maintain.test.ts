import { useDatabase } from '@audit/test-db';
import { expect, test } from 'vitest';
import { cli } from '../../test/cli.js';
import { auditedShop } from '../../test/shop.js';

const database = useDatabase({ prepare: auditedShop });
const run = (args: string[]) => cli(args, { DATABASE_URL: database().url });

test('status says what is due, maintain does it, and then there is nothing to do', async () => {
  const client = await database().connect();
  await client.query(`
    insert into audit.data_op_log (schema_name, table_name, relid, action_tstamp_tx, action_tstamp_stm, action_tstamp_clk, action, statement_only)
    select 's', 't', 0, t, t, t, 'I', false from unnest('{2020-01-10Z,2020-01-11Z}'::timestamptz[]) as t`);
  const due = await run(['status']);
  expect(due.code).toBe(2);
  expect(due.stdout).toMatch(
    /^! the default partition of the log holds records.*audit-cli maintain$/m,
  );

  const done = await run(['maintain']);
  expect(done).toEqual({
    code: 0,
    stdout: '✓ 2 records moved from the default partition to audit.data_op_log_2020_01\n',
    stderr: '',
  });
  expect(await run(['maintain'])).toMatchObject({ code: 0, stdout: '✓ there was nothing to do\n' });
  expect((await run(['status'])).code).toBe(0);
});

test('months ahead, as JSON', async () => {
  const { code, stdout } = await run(['maintain', '--months-ahead', '4', '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    done: [
      {
        partition: expect.stringMatching(/^audit\.data_op_log_\d{4}_\d\d$/),
        outcome: 'made',
        records: 0,
      },
    ],
  });
});

test('a missing month is due', async () => {
  const client = await database().connect();
  await client.query(
    `do $$ begin execute format('drop table audit.data_op_log_%s', to_char(now() at time zone 'UTC' + interval '0 months', 'YYYY_MM')); end $$`,
  );
  const { code, stdout } = await run(['status']);
  expect(code).toBe(2);
  expect(stdout).toMatch(/^! the log has no partition for \d{4}-\d\d; run audit-cli maintain/m);
});
