import { useDatabase } from '@audit/test-db';
import { expect, test } from 'vitest';
import { cli } from '../../test/cli.js';
import { auditedShop, shop } from '../../test/shop.js';

const bare = useDatabase({ prepare: shop });
const database = useDatabase({ prepare: auditedShop });
const run = (args: string[] = []) => cli(['status', ...args], { DATABASE_URL: database().url });

test('a database without the schema is something to do, not an error', async () => {
  const { code, stdout, stderr } = await cli(['status'], { DATABASE_URL: bare().url });
  expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
  expect(stdout).toMatch(/not installed.*audit-cli install/);
});

test('shows the tables with their options; what is out of step is something to do', async () => {
  const client = await database().connect();
  await client.query(`
    select audit.track('shop.orders', ignored => '{updated_at}');
    select audit.track('shop.users', masked => '{password_hash}', json_columns => '{"profile": "object"}')`);
  const fine = await run();
  expect(fine).toMatchObject({ code: 0, stderr: '' });
  const text = fine.stdout
    .replaceAll(/\d{4}-\d\d-\d\d/g, '<date>')
    .replace(/version \d+ of \d+/, 'version 1 of 1');
  expect(text).toMatchInlineSnapshot(`
    "audit schema  version 1 of 1, sql engine

    TABLE        IN STEP  CAPTURE    ENGINE  SINCE       OPTIONS
    shop.orders  yes      statement  sql     <date>  key id · ignored updated_at
    shop.users   yes      statement  sql     <date>  key id · masked password_hash · profile as object

    ✓ everything is in step
    "
  `);

  await client.query('alter table shop.orders drop column updated_at');
  const todo = await run();
  expect(todo.code).toBe(2);
  expect(todo.stdout).toMatch(/^shop\.orders +no /m);
  expect(todo.stdout).toMatch(/^! shop\.orders: .*audit\.track/m);

  const json = await run(['--json']);
  expect(json).toMatchObject({ code: 2, stderr: '' });
  expect(JSON.parse(json.stdout)).toMatchObject({
    installed: true,
    engine: 'sql',
    tables: [
      { table_name: 'orders', in_step: false, ignored: ['updated_at'] },
      { table_name: 'users', in_step: true },
    ],
    problems: expect.arrayContaining([expect.stringContaining('shop.orders')]),
  });
});
