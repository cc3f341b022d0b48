import type pg from 'pg';
import { expect, test } from 'vitest';
import { generator } from '../ddl/support/random.js';
import { useInstalled } from '../support/installed.js';
import { copy, differences, sequences } from './support/copies.js';
import { preamble, randomTables, type Table } from './support/schema.js';
import { randomWork } from './support/work.js';

const seed = Number(process.env.AUDIT_TEST_SEED ?? Date.now() % 1_000_000_007);
const runs = Number(process.env.AUDIT_TEST_RUNS ?? (process.env.AUDIT_TEST_SEED ? 1 : 200));

// What a group was at its marks is known here from plain copies of the tables, made when the marks were set.
// Two groups at a time, each in a database of its own.
const databases = [useInstalled(), useInstalled()];

interface Place {
  readonly client: pg.Client;
  readonly sessions: readonly pg.Client[];
}

test(`${runs} random groups are rolled back, and forth, to equal their copies; first AUDIT_TEST_SEED=${seed}`, {
  timeout: 10_000 * runs + 60_000,
}, async () => {
  const seeds = Array.from({ length: runs }, (_, run) => seed + run);
  await Promise.all(
    databases.map(async (database) => {
      const client = await database().connect();
      await client.query(`set client_min_messages = warning; set statement_timeout = '60s'`);
      const sessions = [await database().connect(), await database().connect()];
      for (const session of sessions) await session.query(`set lock_timeout = '20ms'`);
      for (let next = seeds.shift(); next !== undefined; next = seeds.shift()) {
        await randomGroup({ client, sessions }, next);
      }
    }),
  );
});

async function randomGroup({ client, sessions }: Place, ownSeed: number): Promise<void> {
  const random = generator(ownSeed);
  const tables = randomTables(random);
  const history: string[] = [];
  const story = (what: string) =>
    `${what}, AUDIT_TEST_SEED=${ownSeed}, after:\n${history.join(';\n')}`;
  const query = async (sql: string): Promise<void> => {
    history.push(sql);
    try {
      await client.query(sql);
    } catch (cause) {
      throw new Error(story(String(cause)), { cause });
    }
  };
  const work = (statements: number) =>
    randomWork(random, sessions, tables, statements, (sql) => history.push(sql));
  const equal = async (name: string, what: string, present?: (table: Table) => string) => {
    const found = await differences(client, tables, name, present);
    expect(found, story(what)).toEqual([]);
  };

  await client.query('create schema c');
  await query(preamble);
  for (const { ddl, name, key } of tables) {
    for (const statement of ddl) await query(statement);
    const options = key.length > 0 ? `key => '{${key}}'` : `key => '{}'`;
    await query(`select audit.track('r.${name}', ${options}, row_log => true)`);
  }
  await query(`select audit.create_group('g')`);
  for (const { name } of tables) await query(`select audit.assign('r.${name}', 'g')`);

  const marks: { name: string; at: string; sequences: unknown }[] = [];
  const mark = async (name: string) => {
    await query(`select audit.set_mark('g', '${name}')`);
    await copy(client, tables, name);
    const { rows } = await client.query<{ at: string }>('select clock_timestamp()::text as at');
    marks.push({ name, at: rows[0]?.at ?? '', sequences: await sequences(client) });
  };
  await work(6 + random.below(10));
  await mark('m1');
  for (let n = 2; n <= 2 + random.below(2); n++) {
    await work(2 + random.below(12));
    await mark(`m${n}`);
  }
  await work(random.below(10));
  await copy(client, tables, 'later');
  const later = await sequences(client);

  for (const { name, at } of marks) {
    await equal(
      name,
      `table_at ${name}`,
      (t) => `select * from audit.table_at(null::r.${t.name}, '${name}')`,
    );
    if (random.chance(0.5)) {
      await equal(
        name,
        `table_at ${at}`,
        (t) => `select * from audit.table_at(null::r.${t.name}, timestamptz '${at}')`,
      );
    }
  }
  const from = random.pick(marks);
  await replay(from.name, null, 'later', 'the script from a mark');
  const last = marks.at(-1);
  if (last !== undefined && last !== from)
    await replay(from.name, last.name, last.name, 'the script between marks');

  const target = random.pick(marks);
  await query(`select audit.rollback_group('g', '${target.name}')`);
  await equal(target.name, 'rolled back');
  expect(await sequences(client), story('sequences rolled back')).toEqual(target.sequences);
  await equal(
    target.name,
    'table_at after the rollback',
    (t) => `select * from audit.table_at(null::r.${t.name}, '${target.name}')`,
  );

  const { rows } = await client.query<{ mark: string }>(
    `select start_mark as mark from audit.group_rollback order by id desc limit 1`,
  );
  await query(`select audit.rollback_group('g', '${rows[0]?.mark}')`);
  await equal('later', 'the rollback rolled back');
  expect(await sequences(client), story('sequences as before the rollback')).toEqual(later);

  if (random.chance(0.3)) {
    await work(random.below(6));
    const again = random.pick(marks);
    await query(`select audit.rollback_group('g', '${again.name}')`);
    await equal(again.name, 'rolled back again');
  }

  await client.query(`
    select audit.drop_group('g');
    select audit.untrack(relid) from audit.tracked_table;
    drop schema r, c cascade;
    do $$ declare l regclass; begin for l in select log_table from audit.row_log loop execute format('drop table %s', l); end loop; end $$;
    delete from audit.row_log`);

  /** Puts the copy back, runs the script, compares, and undoes all of it. */
  async function replay(
    begin: string,
    end: string | null,
    expected: string,
    what: string,
  ): Promise<void> {
    const script = await client.query<{ sql: string }>(
      'select sql from audit.changes_sql($1, $2, $3) as sql',
      ['g', begin, end],
    );
    // setval is not undone with the transaction.
    const statements = script.rows.map(({ sql }) => sql).filter((sql) => !sql.includes('setval('));
    await client.query(
      `begin; set local session_replication_role = replica; set local datestyle = 'German'; set local timezone = 'Asia/Kathmandu'; set local intervalstyle = 'sql_standard'; set local standard_conforming_strings = off`,
    );
    for (const { name } of tables) {
      const columns = await client.query<{ list: string }>(
        `select string_agg(quote_ident(attname), ', ') as list from pg_attribute where attrelid = $1::regclass and attnum > 0 and attgenerated = ''`,
        [`r.${name}`],
      );
      const list = columns.rows[0]?.list;
      await client.query(
        `delete from r.${name}; insert into r.${name} (${list}) overriding system value select ${list} from c.${name}_${begin}`,
      );
    }
    for (const sql of statements) {
      await client.query(sql).catch((cause) => {
        throw new Error(
          story(`${what}: ${cause.message} in\n${statements.join('\n')}\nat ${sql}`),
          { cause },
        );
      });
    }
    await client.query(
      `reset datestyle; reset timezone; reset intervalstyle; reset standard_conforming_strings`,
    );
    await equal(expected, `${what}:\n${statements.join('\n')}`);
    await client.query('rollback');
  }
}
