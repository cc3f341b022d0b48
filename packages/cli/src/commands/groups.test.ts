import { nodePostgres } from '@audit/client/node-postgres';
import { install } from '@audit/schema';
import { useDatabase } from '@audit/test-db';
import { expect, test } from 'vitest';
import { cli } from '../../test/cli.js';

const database = useDatabase({
  prepare: {
    name: 'cli: a group with a mark',
    run: async (client) => {
      await install(nodePostgres(client), { engine: 'sql' });
      await client.query(`
        create schema shop;
        create table shop.orders (id int primary key, status text, at timestamptz);
        create table shop.notes (body text);
        select audit.track('shop.orders', row_log => true);
        select audit.track('shop.notes', key => '{}', row_log => true)`);
    },
  },
});
const run = (...args: string[]) => cli(args, { DATABASE_URL: database().url });
const query = async (sql: string) => (await (await database().connect()).query(sql)).rows;

test('a group is made, marked, counted, rolled back and forth', async () => {
  expect(await run('group')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('no group yet'),
  });
  expect(await run('group', 'create', 'shop', '--note', 'what is sold')).toMatchObject({ code: 0 });
  expect((await run('group', 'list')).stdout).toMatch(
    /^GROUP +TABLE +SINCE +NOTE\nshop +– +what is sold\n$/,
  );
  expect(await run('group', 'assign', 'shop', 'shop.orders', 'shop.notes')).toMatchObject({
    code: 0,
    stdout: '✓ shop.orders, shop.notes in shop\n',
  });
  await query(`insert into shop.orders values (1, 'new'), (2, 'new')`);
  expect(await run('mark', 'set', 'shop', 'm1', '--note', 'to begin with')).toMatchObject({
    code: 0,
    stdout: '✓ mark m1\n',
  });
  await query(
    `update shop.orders set status = 'paid' where id = 1; insert into shop.notes values ('x')`,
  );
  const set = await run('mark', 'set', 'shop', '--json');
  const { mark } = JSON.parse(set.stdout) as { mark: string };
  expect(mark).toMatch(/^\d{4}-/);

  expect((await run('mark')).stdout).toMatch(
    /^GROUP +MARK +SET AT +BY +TABLES +NOTE\nshop +m1 +\d{4}-\S+ \S+Z +\w+ +2 +to begin with\n/,
  );
  expect((await run('stats', 'shop')).stdout).toMatch(
    /^TABLE +INSERTED +UPDATED +DELETED +TRUNCATED +LAST CHANGE\nshop\.notes +1 +0 +0 +0 .+\nshop\.orders +0 +1 +0 +0 .+\n$/,
  );
  const byRole = await run('stats', 'shop', '--from', 'm1', '--to', mark, '--by-role', '--json');
  expect(JSON.parse(byRole.stdout)).toMatchObject([
    { table: 'notes', verb: 'INS', rows: 1 },
    { table: 'orders', verb: 'UPD', rows: 1 },
  ]);
  expect((await run('stats', 'shop', '--estimate')).stdout).toMatch(
    /^TABLE +INSERTED +UPDATED +DELETED\n/,
  );

  expect(await run('at', 'shop.orders', '--mark', 'm1')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^id +status +at\n(\d +new +–\n){2}$/),
  });
  const lines = (await run('at', 'shop.orders', '--time', '0s', '--json', '--limit', '1')).stdout;
  expect(JSON.parse(lines)).toMatchObject({ id: expect.any(Number) });

  const plan = await run('rollback', 'shop', 'm1', '--dry-run');
  expect(plan.code).toBe(0);
  expect(plan.stdout).toMatch(
    /^TABLE +INSERTS +UPDATES +DELETES +CHANGES SINCE +LAST CHANGE +CHANGED BY\nshop\.notes +0 +0 +1 +1 .+\nshop\.orders +0 +1 +0 +1 .+\n$/,
  );
  expect(await run('rollback', 'shop', 'm1')).toMatchObject({
    code: 64,
    stderr: expect.stringContaining('--yes'),
  });
  const done = await run('rollback', 'shop', 'm1', '--yes');
  expect(done).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('✓ shop is as it was at m1'),
  });
  expect(await query('select status from shop.orders order by id')).toEqual([
    { status: 'new' },
    { status: 'new' },
  ]);
  const undo = /audit-cli rollback 'shop' '(RLBK_m1_.+_START)'/.exec(done.stderr)?.[1] ?? '';
  expect(await run('rollback', 'shop', undo, '--yes', '--json')).toMatchObject({ code: 0 });
  expect(await query('select status from shop.orders where id = 1')).toEqual([{ status: 'paid' }]);
});

test('marks are renamed, protected and deleted; a refused rollback says why', async () => {
  await run('group', 'create', 'other');
  await run('mark', 'set', 'other', 'a');
  await run('mark', 'set', 'other', 'b');
  await run('mark', 'set', 'other', 'c');
  expect((await run('mark', 'rename', 'other', 'b', 'better')).stdout).toBe('✓ mark better\n');
  await run('mark', 'protect', 'other', 'better');
  expect((await run('mark', 'list', 'other')).stdout).toContain('better protected');

  await run('group', 'unassign', 'shop.notes');
  await run('group', 'assign', 'other', 'shop.notes');
  const plan = await run('rollback', 'other', 'a', '--dry-run');
  expect(plan).toMatchObject({
    code: 2,
    stdout: expect.stringContaining('refused: '),
    stderr: expect.stringContaining('hint: '),
  });
  const refused = await run('rollback', 'other', 'a', '--yes');
  expect(refused).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^error: .*protected\n hint: .+\n$/),
  });

  expect((await run('mark', 'delete', 'other', 'better')).code).toBe(1);
  await run('mark', 'unprotect', 'other', 'better');
  expect((await run('mark', 'delete-before', 'other', 'c')).code).toBe(0);
  expect((await run('mark', 'delete', 'other', 'c')).stdout).toBe('✓ delete c\n');
  expect((await run('mark', 'list', 'other')).stdout).toContain('no mark yet');
  expect((await run('group', 'drop', 'other')).stdout).toBe('✓ group other is forgotten\n');
});

test('a group that there is not is an error', async () => {
  for (const args of [
    ['mark', 'list', 'nowhere'],
    ['mark', 'set', 'nowhere'],
    ['stats', 'nowhere'],
    ['rollback', 'nowhere', 'm1', '--dry-run'],
    ['rollback', 'nowhere', 'm1', '--yes'],
    ['group', 'drop', 'nowhere'],
  ]) {
    expect(await run(...args)).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^error: there is no group nowhere\n hint: .+\n$/),
    });
  }
});

test('how to undo a rollback can be copied into a shell, whatever the names', async () => {
  await run('group', 'create', "o'dd $HOME");
  await run('mark', 'set', "o'dd $HOME", 'm"1');
  const { stderr } = await run('rollback', "o'dd $HOME", 'm"1', '--yes');
  expect(stderr).toMatch(/audit-cli rollback 'o'\\''dd \$HOME' 'RLBK_m"1_\S+_START'/);
});

test('a lock that is not to be had ends the wait', async () => {
  await run('group', 'create', 'busy');
  await run('group', 'unassign', 'shop.notes');
  await run('group', 'assign', 'busy', 'shop.notes');
  const writer = await database().connect();
  await writer.query(`begin; insert into shop.notes values ('not committed yet')`);
  const blocked = await run('mark', 'set', 'busy', '--lock-timeout', '600ms');
  await writer.query('rollback');
  expect(blocked).toMatchObject({ code: 1, stdout: '' });
  expect(blocked.stderr).toContain('another transaction holds a lock');
  expect((await run('mark', 'set', 'busy', 'now')).code).toBe(0);
});

test.each([
  [['at', 'shop.orders']],
  [['at', 'shop.orders', '--mark', 'a', '--time', '1h']],
  [['at', 'shop.orders', '--mark', 'a', '--limit', 'many']],
  [['stats', 'shop', '--by-role', '--estimate']],
  [['rollback', 'shop']],
  [['mark', 'set']],
])('%j is wrong usage', async (args) => {
  const { code, stdout, stderr } = await run(...args);
  expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
  expect(stderr).toMatch(/^error: .+\n hint: .+\n$/);
});
