import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { useDatabase } from '@audit/test-db';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cli } from './cli.js';
import { chooseSeed, randomNumbers } from './random.js';
import { auditedShop } from './shop.js';

const writers = 8;
const kills = 50;
const tables = ['one', 'two', 'three'];

const database = useDatabase({ prepare: auditedShop });
const directory = mkdtempSync(join(tmpdir(), 'audit-cli-once-'));
const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const seed = chooseSeed();

afterAll(() => rmSync(directory, { recursive: true }));

beforeAll(async () => {
  const client = await database().connect();
  for (const table of tables) {
    await client.query(`
      create table shop.${table} (id bigint generated always as identity primary key, writer int, n int);
      select audit.track('shop.${table}')`);
  }
});

/** Transactions of all kinds, one after the other: short and long, rolled back wholly or in part, single statements. */
async function write(client: pg.Client, number: number, signal: AbortSignal): Promise<void> {
  const random = randomNumbers(seed + number);
  const pick = () => tables[Math.floor(random() * tables.length)];
  const change = async () => {
    // Now and then more than a reader takes in one transaction.
    const rows = random() < 0.01 ? 6000 : 1 + Math.floor(random() * 3);
    await client.query(
      `insert into shop.${pick()} (writer, n) select ${number}, g from generate_series(1, ${rows}) as g`,
    );
    if (random() < 0.5) {
      await client.query(
        `update shop.${pick()} set n = n + 1 where writer = ${number} and n = 1 and id > (select max(id) - 20 from shop.one)`,
      );
    }
    if (random() < 0.1) {
      await client.query(`delete from shop.${pick()} where writer = ${number} and n > 5`);
    }
  };
  while (!signal.aborted) {
    const kind = random();
    if (kind < 0.4) {
      await change();
    } else {
      await client.query('begin');
      await change();
      if (kind < 0.5) await sleep(300 + random() * 1500);
      if (kind < 0.7) {
        await client.query('savepoint here');
        await change();
        await client.query(random() < 0.5 ? 'rollback to here' : 'release here');
        await change();
      }
      await client.query(kind > 0.85 ? 'rollback' : 'commit');
    }
    await sleep(random() * 150);
  }
}

/** A reader under the one name, in either of the ways to run it. */
function startReader(file: string, follow: boolean): ChildProcess {
  const args = follow
    ? ['tail', '--follow', '--poll', '0.1', '--reader', 'killed', '-o', file]
    : ['export', '--view', 'records', '--incremental', 'killed', '-o', file];
  return spawn(process.execPath, [main, ...args], {
    env: { ...process.env, DATABASE_URL: database().url },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

/** Until the reader is connected, or has ended already. */
async function atWork(watcher: pg.Client, reader: ChildProcess): Promise<void> {
  const connected = `
    select from pg_stat_activity
    where datname = current_database() and application_name = 'audit-cli' and backend_start > $1`;
  const { rows } = await watcher.query<{ now: string }>('select clock_timestamp()::text as now');
  while (reader.exitCode === null) {
    if ((await watcher.query(connected, [rows[0]?.now])).rows.length > 0) return;
    await sleep(10);
  }
}

test(`8 writers, a reader that is killed 50 times: each record once (seed ${seed})`, {
  timeout: 240_000,
}, async () => {
  const random = randomNumbers(seed);
  const file = join(directory, 'killed.jsonl');
  const stop = new AbortController();
  const writing = Array.from({ length: writers }, async (_, number) =>
    write(await database().connect(), number, stop.signal),
  );

  const watcher = await database().connect();
  let cut = 0;
  let complaints = '';
  for (let kill = 0; kill < kills; kill++) {
    const reader = startReader(file, random() < 0.5);
    reader.stderr?.on('data', (chunk) => {
      complaints += chunk;
    });
    const ended = once(reader, 'close');
    // Most are killed at work: Node takes its time to start, on a busy machine more than the work does.
    if (random() < 0.9) await atWork(watcher, reader);
    await Promise.race([ended, sleep(random() * 300)]);
    if (reader.exitCode === null) cut++;
    reader.kill('SIGKILL');
    await ended;
  }
  stop.abort();
  await Promise.all(writing);
  const last = await cli(['export', '--view', 'records', '--incremental', 'killed', '-o', file], {
    DATABASE_URL: database().url,
  });
  expect(last.code, `${last.stderr}${complaints}`).toBe(0);

  const whole = join(directory, 'whole.jsonl');
  await cli(['export', '--view', 'records', '-o', whole], { DATABASE_URL: database().url });
  const lines = (path: string) => readFileSync(path, 'utf8').trimEnd().split('\n');
  const idOf = (line: string) => Number(/^\{"id":(\d+)/.exec(line)?.[1]);
  const delivered = lines(file);
  const logged = lines(whole);
  expect(logged.length, `seed ${seed}`).toBeGreaterThan(1000);
  // Small, because a difference of thousands of lines would take minutes to show.
  const counts = new Map<string, number>();
  for (const line of delivered) counts.set(line, (counts.get(line) ?? 0) + 1);
  const missing = logged.filter((line) => !counts.has(line));
  const twice = [...counts].filter(([, count]) => count > 1);
  expect(
    {
      missing: missing.length,
      twice: twice.length,
      delivered: delivered.length,
      first: [missing[0], twice[0]?.[0]],
    },
    `seed ${seed}`,
  ).toEqual({ missing: 0, twice: 0, delivered: logged.length, first: [undefined, undefined] });
  // What makes it worth proving: records that were committed after later ones had been delivered.
  const late = delivered.filter((line, n) => n > 0 && idOf(line) < idOf(delivered[n - 1] ?? ''));
  expect(late.length, `seed ${seed}`).toBeGreaterThan(0);
  expect(cut, 'some were killed at work').toBeGreaterThan(kills / 4);
});
