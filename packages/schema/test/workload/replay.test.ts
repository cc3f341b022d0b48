import type pg from 'pg';
import { expect, test } from 'vitest';
import { useAudited } from '../support/audited.js';
import { Random } from '../support/random.js';
import { actualRows, replayed } from '../support/replay.js';

const { client, database } = useAudited();
const seed = Number(process.env.AUDIT_TEST_SEED ?? Date.now() % 1_000_000);
const sessions = 4;
const transactionsEach = 150;
const keys = 60;

/** One random statement; what it may fail with is the caller's to expect. */
function statement(random: Random, table: string): string {
  const id = () => random.int(keys);
  const a = id();
  const number = `${random.int(1000)}.${'0'.repeat(random.int(3))}${random.int(10)}`;
  const text = random.pick(['null', `'plain'`, `'with "quotes" and \\'`, `'ü😀'`, `''`]);
  return random.pick([
    `insert into ${table} values (${a}, ${number}, ${text}, ${random.int(9)})`,
    `insert into ${table} values (${a}, ${number}, ${text}, 1) on conflict (id) do update set n = excluded.n, t = excluded.t`,
    `insert into ${table} select n, n, 'bulk', n from generate_series(${a}, ${a + 5}) as n on conflict do nothing`,
    `update ${table} set n = ${number}, t = ${text} where id = ${a}`,
    `update ${table} set f = f + 1 where id between ${a} and ${a + 8}`,
    `update ${table} set t = t where id < ${a}`,
    `update ${table} set id = ${id()} where id = ${a}`,
    `update ${table} set id = ${id()}, n = ${number} where id = ${a}`,
    `update ${table} set id = ${2 * a + 1} - id where id in (${a}, ${a + 1})`,
    `delete from ${table} where id = ${a}`,
    `delete from ${table} where id between ${a} and ${a + 2}`,
    `with d as (delete from ${table} where id = ${a} returning *) update ${table} set f = -f where id = ${a + 3}`,
  ]);
}

// Two transactions that want each other's rows, or the same new key, are a part of the mix.
const expected = new Set(['23505', '40P01', '40001', '25P02', '55P03']);

async function attempt(session: pg.Client, text: string): Promise<boolean> {
  try {
    await session.query(text);
    return true;
  } catch (error) {
    if (expected.has((error as { code: string }).code)) return false;
    throw error;
  }
}

async function work(random: Random, table: string): Promise<void> {
  const session = await database().connect();
  await session.query(`set deadlock_timeout = '20ms'`);
  for (let n = 0; n < transactionsEach; n++) {
    await session.query(random.pick(['begin', 'begin', 'begin isolation level repeatable read']));
    let fine = true;
    for (let step = random.int(5); step >= 0 && fine; step--) {
      if (random.int(3) === 0) {
        await session.query('savepoint s');
        const inside = await attempt(session, statement(random, table));
        if (!inside || random.int(2) === 0) await session.query('rollback to s');
        else await session.query('release s');
      } else {
        fine = await attempt(session, statement(random, table));
      }
    }
    await attempt(session, random.int(4) === 0 ? 'rollback' : 'commit');
  }
  await session.end();
}

const layouts = {
  'a plain table': '',
  'a partitioned table': 'partition by range (id)',
};

test.for(Object.entries(layouts))(
  `replaying the log onto the start gives the end: %s (AUDIT_TEST_SEED=${seed})`,
  { timeout: 240_000 },
  async ([name, clause]) => {
    const table = name.replace(/\W/g, '_');
    await client().query(
      `create table ${table} (id int primary key, n numeric, t text, f float8) ${clause}`,
    );
    if (clause !== '') {
      await client().query(`
        create table ${table}_1 partition of ${table} for values from (0) to (20);
        create table ${table}_2 partition of ${table} for values from (20) to (40);
        create table ${table}_3 partition of ${table} default`);
    }
    await client().query(
      `insert into ${table} select n, n, 'start', n from generate_series(0, 30) as n`,
    );
    await client().query(`select audit.track('${table}')`);
    const start = await actualRows(client(), table, 'id');

    await Promise.all(
      Array.from({ length: sessions }, (_, n) => work(new Random(seed * sessions + n), table)),
    );

    const end = await actualRows(client(), table, 'id');
    const played = await replayed(client(), table, 'id', start);
    const sorted = (rows: Map<string, object>) =>
      [...rows].sort(([a], [b]) => Number(a) - Number(b));
    expect(sorted(played)).toEqual(sorted(end));
    const { rows } = await client().query(
      `select action, count(*)::int from audit.data_op_log where table_name = $1 group by 1`,
      [table],
    );
    for (const { count } of rows) expect(count).toBeGreaterThan(50);
    expect(rows).toHaveLength(3);
  },
);
