import { useDatabase } from '@audit/test-db';
import { expect, test } from 'vitest';
import { cli } from '../../test/cli.js';
import { auditedShop } from '../../test/shop.js';

const database = useDatabase({ prepare: auditedShop });
const run = (args: string[], env: NodeJS.ProcessEnv = {}) =>
  cli(args, { DATABASE_URL: database().url, ...env });

const everyOption = [
  ...[
    '--key',
    'login,id',
    '--ignore',
    'updated_at',
    '--ignore',
    'login',
    '--mask',
    'password_hash',
  ],
  ...['--json-column', 'profile=object', '--modified-at', 'updated_at', '--modified-by', 'login'],
  ...['--touch', '--no-log-query'],
];

test('every option reaches the database, and is shown in short', async () => {
  const { code, stdout, stderr } = await run(['track', 'shop.users', ...everyOption]);
  expect(stdout).toMatchInlineSnapshot(`
    "✓ shop.users is tracked  key login, id · ignored updated_at, login · masked password_hash · profile as object · touch updated_at
    "
  `);
  expect({ code, stderr }).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('audit-cli log'),
  });
  const client = await database().connect();
  const { rows } = await client.query("select * from audit.tracked where table_name = 'users'");
  expect(rows[0]).toMatchObject({
    key: ['login', 'id'],
    ignored: ['updated_at', 'login'],
    masked: ['password_hash'],
    json_columns: { profile: 'object' },
    modified_at: 'updated_at',
    modified_by: 'login',
    touch: true,
    log_query: false,
  });
});

test('--row-log keeps a typed log table, which is shown in short', async () => {
  const { code, stdout } = await run(['track', 'shop.orders', '--row-log']);
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^✓ shop\.orders is tracked {2}key .*row log\n$/),
  });
  const client = await database().connect();
  const { rows } = await client.query(
    `select row_log, to_regclass('audit_log.shop_orders_log') is not null as made from audit.tracked where table_name = 'orders'`,
  );
  expect(rows).toEqual([{ row_log: true, made: true }]);
});

test('--dry-run prints SQL that psql would run to the same end', async () => {
  const table = `shop."Odd ""Name"`;
  const options = ['--key', '{a,"b,c"}', '--only', 'a', '--lock-timeout', '800ms'];
  const dry = await run(['track', table, ...options, '--dry-run']);
  expect(dry).toMatchObject({ code: 0, stderr: '' });
  expect(dry.stdout).toMatchInlineSnapshot(`
    "begin;
    select set_config('lock_timeout', '800ms', true);
    select audit.track('shop."Odd ""Name"'::regclass,
      key => '{a,"b,c"}'::text[],
      only_columns => array['a']::text[]);
    commit;
    "
  `);
  const client = await database().connect();
  const tracked = async () =>
    (
      await client.query<{ tracked_since: Date }>(
        'select * from audit.tracked where relid = $1::regclass',
        [table],
      )
    ).rows;
  expect(await tracked()).toEqual([]);
  await client.query(dry.stdout);
  const [byScript] = await tracked();

  await run(['untrack', table]);
  const direct = await run(['track', table, ...options, '--json']);
  const { tracked_since, ...row } = JSON.parse(direct.stdout);
  expect(byScript).toMatchObject(row);
  expect(Date.parse(tracked_since)).not.toBeNaN();
});

test('literals in a dry run are quoted', async () => {
  const { stdout } = await run([
    'track',
    't',
    '--ignore',
    "o'clock",
    '--ignore',
    'back\\slash',
    '--dry-run',
  ]);
  expect(stdout).toContain("ignored => array['o''clock', E'back\\\\slash']::text[]");
  const keyless = await run(['track', 't', '--no-key', '--dry-run']);
  expect(keyless.stdout).toContain("key => '{}'::text[]");
});

test('a bare table name is looked up on the search_path', async () => {
  const missing = await run(['track', 'orders']);
  expect(missing).toMatchObject({ code: 1, stdout: '' });
  expect(missing.stderr).toMatch(/^error: relation "orders" does not exist\n hint: .+\n$/);
  const found = await run(['track', 'orders'], { PGOPTIONS: '-c search_path=shop' });
  expect(found.stdout).toContain('shop.orders is tracked');
});

test('an objectArray takes its key fields', async () => {
  const done = await run(['track', 'shop.orders', '--json-column', 'lines=objectArray:sku,lot']);
  expect(done.stdout).toContain('lines as objectArray by sku, lot');
});

test("what the database refuses is told with the database's own advice", async () => {
  const view = await run(['track', 'shop.open_orders']);
  expect(view).toMatchObject({ code: 1, stdout: '' });
  expect(view.stderr).toMatch(/^error: .*view.*\n hint: .+\n$/i);

  const column = await run(['track', 'shop.orders', '--ignore', 'nope', '--json']);
  expect(column).toMatchObject({ code: 1, stdout: '' });
  expect(JSON.parse(column.stderr)).toEqual({
    error: {
      code: expect.stringMatching(/^UA/),
      message: expect.stringContaining('nope'),
      hint: expect.any(String),
    },
  });
});

test('a lock that is not to be had ends the wait', async () => {
  const client = await database().connect();
  await client.query('create table shop.busy (id int primary key)');
  await client.query('begin; lock table shop.busy in access exclusive mode');
  const blocked = await run(['track', 'shop.busy', '--lock-timeout', '100ms']);
  await client.query('rollback');
  expect(blocked).toMatchObject({ code: 1, stdout: '' });
  expect(blocked.stderr).toContain('another transaction holds a lock');
  expect(blocked.stderr).toContain('--lock-timeout');
});

test.each([
  [['track']],
  [['track', 'a', 'b']],
  [['track', 'a', '--json-column', 'profile']],
  [['track', 'a', '--lock-timeout', 'soon']],
])('%j is wrong usage', async (args) => {
  const { code, stdout, stderr } = await run(args);
  expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
  expect(stderr).toMatch(/^error: .+\n hint: .+\n$/);
});
