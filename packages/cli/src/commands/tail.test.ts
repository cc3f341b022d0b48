import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { useDatabase } from '@audit/test-db';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cli } from '../../test/cli.js';
import { auditedShop } from '../../test/shop.js';

const database = useDatabase({ prepare: auditedShop });
const directory = mkdtempSync(join(tmpdir(), 'audit-cli-tail-'));
const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const run = (...args: string[]) => cli(['tail', ...args], { DATABASE_URL: database().url });
let client: pg.Client;

afterAll(() => rmSync(directory, { recursive: true }));

beforeAll(async () => {
  client = await database().connect();
  await client.query(`
    create table shop.stock (id int primary key, n int);
    select audit.track('shop.stock');
    insert into shop.stock values (1, 1), (2, 2), (3, 3)`);
});

const keys = (lines: string) =>
  lines
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line).key ?? JSON.parse(line).data_id);

/** A `tail --follow` with what it has printed so far. */
function follow(...args: string[]) {
  const child = spawn(process.execPath, [main, 'tail', '--follow', '--poll', '0.1', ...args], {
    env: { ...process.env, DATABASE_URL: database().url },
  });
  let printed = '';
  let said = '';
  child.stdout.on('data', (chunk) => {
    printed += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const closed = once(child, 'close');
  return {
    child,
    printed: () => printed,
    said: () => said,
    async end(signal: NodeJS.Signals) {
      child.kill(signal);
      const [code] = await closed;
      return code;
    },
  };
}

const patience = { timeout: 20_000 };

test('shows the newest entries, oldest first, as log shows them', async () => {
  const { code, stdout } = await run('-n', '2', '--table', 'stock');
  expect(code).toBe(0);
  expect(stdout.match(/INSERT shop\.stock \d/g)).toEqual([
    'INSERT shop.stock 2',
    'INSERT shop.stock 3',
  ]);
  expect(keys((await run('--json', '--key', '1')).stdout)).toEqual(['1']);
});

test('follows, goes on after a lost connection, and stops cleanly', async () => {
  const tail = follow('--json', '-n', '1');
  await expect.poll(() => keys(tail.printed()), patience).toEqual(['3']);
  await client.query('insert into shop.stock values (4, 4)');
  await expect.poll(() => keys(tail.printed()), patience).toEqual(['3', '4']);
  await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'audit-cli'",
  );
  await client.query('insert into shop.stock values (5, 5)');
  await expect.poll(() => keys(tail.printed()), patience).toEqual(['3', '4', '5']);
  expect(await tail.end('SIGTERM')).toBe(0);
});

test('ends without a word when nobody reads what it prints', async () => {
  const tail = follow('--json', '-n', '1');
  await expect.poll(() => keys(tail.printed()).length, patience).toBe(1);
  tail.child.stdout.destroy();
  const closed = once(tail.child, 'close');
  await client.query('insert into shop.stock values (6, 6)');
  const [code] = await closed;
  expect({ code, said: tail.said() }).toEqual({ code: 0, said: '' });
});

test('a reader shows what no run has shown, and appends to its file', async () => {
  expect(keys((await run('--reader', 'shown', '--json')).stdout).slice(0, 3)).toEqual([
    '1',
    '2',
    '3',
  ]);
  expect(await run('--reader', 'shown', '--json')).toMatchObject({ code: 0, stdout: '' });

  const file = join(directory, 'stock.jsonl');
  const tail = follow('--reader', 'filed', '-o', file);
  const filed = () => {
    try {
      return keys(readFileSync(file, 'utf8'));
    } catch {
      return [];
    }
  };
  await expect.poll(() => filed().length, patience).toBeGreaterThanOrEqual(3);
  const before = filed();
  await client.query('update shop.stock set n = 10 where id = 1');
  await expect.poll(filed, patience).toEqual([...before, '1']);

  const second = await run('--reader', 'filed', '-o', file);
  expect(second.code).toBe(0);
  expect(await tail.end('SIGINT')).toBe(0);
  expect(filed()).toEqual([...before, '1']);
});

test.each([[['-o', 'x.csv']], [['--format', 'csv']], [['--lines', '0']], [['--poll', 'x']]])(
  '%j is wrong usage',
  async (args) => {
    expect(await run(...args)).toMatchObject({ code: 64, stdout: '' });
  },
);
