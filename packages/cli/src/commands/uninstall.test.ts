import { type TestDatabase, useDatabase } from '@audit/test-db';
import { expect, test } from 'vitest';
import { cli } from '../../test/cli.js';
import { auditedShop } from '../../test/shop.js';

const kept = useDatabase({ prepare: auditedShop });
const dropped = useDatabase({ prepare: auditedShop });
const dry = useDatabase({ prepare: auditedShop });

async function recordSomething(database: TestDatabase) {
  const client = await database.connect();
  await client.query(`
    select audit.track('shop.orders');
    insert into shop.orders (id, status) values (1, 'placed');`);
  return client;
}

test('takes the triggers away and keeps the history', async () => {
  const client = await recordSomething(kept());
  const { code, stdout } = await cli(['uninstall'], { DATABASE_URL: kept().url });
  expect(code).toBe(0);
  expect(stdout).toContain('shop.orders had been tracked');
  expect(stdout).toContain('The history stays');

  await client.query("update shop.orders set status = 'shipped'");
  const { rows } = await client.query('select action from audit.data_op_log');
  expect(rows).toEqual([{ action: 'I' }]);
});

test('drops the history with --yes, and never without being told', async () => {
  const client = await recordSomething(dropped());
  const env = { DATABASE_URL: dropped().url };
  const refused = await cli(['uninstall', '--drop-history'], env);
  expect(refused).toMatchObject({ code: 64, stdout: '' });
  expect(refused.stderr).toContain('--yes');
  await client.query('select from audit.data_op_log');

  const done = await cli(['uninstall', '--drop-history', '--yes', '--json'], env);
  expect(JSON.parse(done.stdout)).toEqual({ tables: ['shop.orders'], historyKept: false });
  const { rows } = await client.query("select to_regnamespace('audit') as schema");
  expect(rows).toEqual([{ schema: null }]);
});

test('--dry-run prints the SQL that does the same, and changes nothing', async () => {
  const client = await recordSomething(dry());
  const env = { DATABASE_URL: dry().url };
  const printed = await cli(['uninstall', '--drop-history', '--dry-run'], env);
  expect(printed).toMatchObject({ code: 0, stderr: '' });
  expect((await cli(['status'], env)).code).toBe(0);

  await client.query(printed.stdout);
  const { rows } = await client.query("select to_regnamespace('audit') as schema");
  expect(rows).toEqual([{ schema: null }]);
});
