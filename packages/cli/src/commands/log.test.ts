import { useDatabase } from '@audit/test-db';
import { beforeAll, expect, test } from 'vitest';
import { cli } from '../../test/cli.js';
import { auditedShop } from '../../test/shop.js';

const database = useDatabase({ prepare: auditedShop });
const run = (...args: string[]) => cli(['log', ...args], { DATABASE_URL: database().url });
/** The text without what is different in every run. */
const stable = (text: string) =>
  text
    .replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g, '<time>')
    .replaceAll(/tx \d+/g, 'tx <id>')
    .replaceAll(/^(<time> {2})\S+ \(database role/gm, '$1<role> (database role');
const keys = (lines: string) =>
  lines
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).key);

const evil = '\u001b]0;owned\u0007\u001b[31m\u009b2J\u202e\r\nfake line';

beforeAll(async () => {
  const client = await database().connect();
  await client.query(`
    select audit.track('shop.users', masked => '{password_hash}', json_columns => '{"profile": "object"}');
    select audit.track('shop.orders', json_columns => '{"lines": {"type": "objectArray", "key": ["sku"]}}');`);
  await client.query(`
    select audit.set_context('user.registered', null, null, '{"actor": "sign-up"}');
    insert into shop.users values (1, 'customer-1', 'secret-1', '{"theme": "light"}');
    insert into shop.users values (2, 'customer-2', 'secret-2', '{}');`);
  await client.query(
    `insert into shop.orders values (9007199254740993, 'placed', 10.50, '[{"sku": "CUP", "qty": 1}]')`,
  );
  await client.query(`
    select audit.set_context('order.changed', 'two cups, and honey', 'r7', '{"actor": "support"}');
    update shop.orders set total = 20.00, lines = '[{"sku": "CUP", "qty": 2}, {"sku": "HONEY", "qty": 1}]';
    update shop.users set password_hash = 'secret-3', profile = '{"theme": "dark"}' where id = 1;`);
  await client.query(`delete from shop.users where id = 2`);
});

test('shows who changed what, from what to what', async () => {
  const { code, stdout, stderr } = await run('--reverse', '--table', 'shop.users');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stable(stdout)).toMatchInlineSnapshot(`
    "<time>  sign-up  user.registered  tx <id>
      INSERT shop.users 1
        + id             1
        + login          customer-1
        + profile        {"theme": "light"}
        + password_hash  ***
      INSERT shop.users 2
        + id             2
        + login          customer-2
        + profile        {}
        + password_hash  ***

    <time>  support  order.changed  revision r7  two cups, and honey  tx <id>
      UPDATE shop.users 1
        password_hash  *** → ***
        profile
          theme  light → dark

    <time>  <role> (database role, no context)  tx <id>
      DELETE shop.users 2
        - id             2
        - login          customer-2
        - profile        {}
        - password_hash  ***
    "
  `);
  expect(stdout).not.toContain('secret');
});

test('newest first, and below the heading of its transaction each row that it changed', async () => {
  const { stdout } = await run('--op-type', 'order.changed');
  expect(stable(stdout)).toMatchInlineSnapshot(`
    "<time>  support  order.changed  revision r7  two cups, and honey  tx <id>
      UPDATE shop.users 1
        password_hash  *** → ***
        profile
          theme  light → dark
      UPDATE shop.orders 9007199254740993
        total  10.50 → 20.00
        lines
          ~ CUP  qty  1 → 2
          + {"qty": 1, "sku": "HONEY"}
    "
  `);
});

test('--json: a line for each entry, every number with all its digits', async () => {
  const { code, stdout, stderr } = await run('--table', 'shop.orders', '--json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const lines = stdout.trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line).action)).toEqual(['U', 'I']);
  expect(lines[0]).toContain('"total":{"before":10.50,"after":20.00}');
  expect(lines[1]).toContain('"id":9007199254740993');
});

test.each([
  [
    ['--table', 'shop.orders'],
    ['9007199254740993', '9007199254740993'],
  ],
  [
    ['--table', 'users', '--key', '1'],
    ['1', '1'],
  ],
  [['--schema', 'shop', '--table', 'orders', '--action', 'I'], ['9007199254740993']],
  [['--action', 'delete'], ['2']],
  [
    ['--action', 'I,d', '--table', 'users', '--reverse'],
    ['1', '2', '2'],
  ],
  [['--field', 'total'], ['9007199254740993']],
  [['--field', 'profile'], ['1']],
  [
    ['--actor', 'sign-up'],
    ['2', '1'],
  ],
  [['--revision', 'r7', '--table', 'users'], ['1']],
  [['--since', '1 hour ago', '--limit', '1'], ['2']],
  [['--since', 'yesterday', '--until', '2999-01-01', '--limit', '1'], ['2']],
])('%j', async (filter, found) => {
  expect(keys((await run(...filter, '--json')).stdout)).toEqual(found);
});

test('one transaction', async () => {
  const [line = ''] = (await run('--revision', 'r7', '--json')).stdout.split('\n');
  const id = /"transactionId":(\d+)/.exec(line)?.[1] ?? '';
  expect(keys((await run('--transaction', id, '--json')).stdout)).toHaveLength(2);
});

test('pages: --after goes on where the run before stopped', async () => {
  const all = (await run()).stdout;
  const first = await run('--limit', '4');
  const [, after = ''] = /--after (\S+)/.exec(first.stderr) ?? [];
  const second = await run('--after', after);
  expect(second.stderr).toBe('');
  const rows = (text: string) => text.match(/^ {2}[A-Z]+ .*$/gm);
  expect([...(rows(first.stdout) ?? []), ...(rows(second.stdout) ?? [])]).toEqual(rows(all));

  const json = await run('--limit', '4', '--json');
  expect(JSON.parse(json.stderr)).toEqual({ next: { after } });
});

test('an empty log says so, on stderr', async () => {
  expect(await run('--actor', 'nobody')).toEqual({ code: 0, stdout: '', stderr: 'No entries.\n' });
});

test('what is in the data cannot reach the terminal as a command', async () => {
  const client = await database().connect();
  await client.query('begin');
  await client.query(
    "select audit.set_context('evil', $1, $1, jsonb_build_object('actor', $1::text))",
    [evil],
  );
  await client.query(
    'insert into shop.users (id, login, profile) values (66, $1, jsonb_build_object($1::text, $1::text))',
    [evil],
  );
  await client.query('commit');
  const pretty = await run('--key', '66');
  const json = await run('--key', '66', '--json');
  for (const { code, stdout } of [pretty, json]) {
    expect(code).toBe(0);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  }
  expect(pretty.stdout).toContain('\\u001b]0;owned');
  expect(pretty.stdout.split('\n').filter((line) => line.startsWith('fake'))).toEqual([]);
  expect(JSON.parse(json.stdout).actor).toBe(evil);
});

test.each([
  [['--since', 'soon']],
  [['--limit', '0']],
  [['--action', 'merge']],
  [['--transaction', 'x']],
])('%j is wrong usage', async (args) => {
  const { code, stdout, stderr } = await run(...args);
  expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
  expect(stderr).toMatch(/^error: .+\n hint: .+\n$/);
});

test('a cursor that is none is told', async () => {
  const { code, stderr } = await run('--after', 'x');
  expect(code).toBe(1);
  expect(stderr).toMatch(/^error: .+cursor.*\n hint: .+\n$/);
});

test('a renamed table and column, by the old names and by the new', async () => {
  const client = await database().connect();
  await client.query(`
    create table shop.items (id int primary key, price int);
    select audit.track('shop.items');
    insert into shop.items values (7, 1);
    update shop.items set price = 2;
    alter table shop.items rename to goods;
    alter table shop.goods rename price to cost;
    update shop.goods set cost = 3;`);
  for (const table of ['shop.goods', 'shop.items', 'goods', 'items']) {
    for (const field of ['cost', 'price']) {
      const { stdout } = await run('--table', table, '--key', '7', '--field', field, '--reverse');
      expect(stable(stdout).match(/^ {2}.*$/gm)).toEqual([
        '  UPDATE shop.items 7',
        '    price  1 → 2',
        '  UPDATE shop.goods 7',
        '    cost  2 → 3',
      ]);
    }
  }
});
