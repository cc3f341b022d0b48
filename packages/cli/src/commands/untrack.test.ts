import { useDatabase } from '@audit/test-db';
import { expect, test } from 'vitest';
import { cli } from '../../test/cli.js';
import { auditedShop } from '../../test/shop.js';

const database = useDatabase({ prepare: auditedShop });
const run = (args: string[]) => cli(args, { DATABASE_URL: database().url });

test('stops recording, and keeps what is recorded', async () => {
  await run(['track', 'shop.orders']);
  const client = await database().connect();
  await client.query('insert into shop.orders (id) values (1)');
  const { code, stdout } = await run(['untrack', 'shop.orders']);
  expect(code).toBe(0);
  expect(stdout).toBe('✓ shop.orders is no longer tracked; its history stays in the log\n');
  await client.query('insert into shop.orders (id) values (2)');
  const { rows } = await client.query('select data_id from audit.data_op_log');
  expect(rows).toEqual([{ data_id: '1' }]);
});

test('--dry-run prints the SQL that does the same, and changes nothing', async () => {
  await run(['track', 'shop.users']);
  const dry = await run(['untrack', 'shop.users', '--dry-run']);
  const client = await database().connect();
  const tracked = async () => (await client.query('select table_name from audit.tracked')).rows;
  expect(await tracked()).toEqual([{ table_name: 'users' }]);
  await client.query(dry.stdout);
  expect(await tracked()).toEqual([]);
});

test('a table that is not tracked is told', async () => {
  const { code, stderr } = await run(['untrack', 'shop.users']);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^error: .*not tracked.*\n hint: .+\n$/i);
});
