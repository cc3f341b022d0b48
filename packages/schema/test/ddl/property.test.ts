import { expect, test } from 'vitest';
import { describeModes, problems } from '../support/modes.js';
import { randomAlter } from './support/alters.js';
import { expectedRecords } from './support/expected.js';
import { generator } from './support/random.js';
import { newRecords, type Snapshot, snapshot, tableNow } from './support/snapshot.js';
import { randomWrite } from './support/writes.js';

const seed = Number(process.env.AUDIT_TEST_SEED ?? Date.now() % 1_000_000_007);
const steps = 50;

// After each of 50 random schema changes a random write is made, and the log must say of it what a comparison of the
// table before and after says. The comparison is made here, of the server's JSON texts, and knows nothing of the SDK.
describeModes('random ALTERs among random writes', ({ client }) => {
  test(`the log and the table agree after each of ${steps} steps, AUDIT_TEST_SEED=${seed}`, {
    timeout: 180_000,
  }, async () => {
    const random = generator(seed);
    await client().query(`
      create schema moving;
      create table moving.subject (id int primary key, qty int, note text, doc jsonb, tags int[]);
      select audit.track('moving.subject');
      insert into moving.subject select n, n, 'note ' || n, '{"a": 1.10}', '{1,2}' from generate_series(1, 5) as n`);
    const relid = (
      await client().query<{ relid: number }>(`select 'moving.subject'::regclass::oid as relid`)
    ).rows[0]?.relid as number;
    const history: string[] = [];
    let position = await end();

    for (let step = 1; step <= steps; step++) {
      const undone = random.chance(0.2);
      const before = await snapshot(client(), relid);
      if (undone) await run('begin');
      for (let n = random.chance(0.25) ? 3 : 1; n > 0; n--) {
        const table = await tableNow(client(), relid);
        await run(randomAlter(random, table));
      }
      expect(
        await newRecords(client(), relid, position),
        story('an ALTER is no change of rows'),
      ).toEqual([]);
      for (let n = random.chance(0.25) ? 2 : 1; n > 0; n--) await writeAndCompare();
      if (undone) {
        await run('rollback');
        expect(await snapshot(client(), relid), story('rolled back')).toEqual(before);
        expect(await newRecords(client(), relid, position), story('rolled back')).toEqual([]);
        await writeAndCompare();
      }
    }
    const { name } = await tableNow(client(), relid);
    expect(await problems(client(), name), story('in step at the end')).toEqual([]);

    async function writeAndCompare(): Promise<void> {
      const table = await tableNow(client(), relid);
      const before: Snapshot = await snapshot(client(), relid);
      await run(randomWrite(random, table, before));
      const after = await snapshot(client(), relid);
      expect(await newRecords(client(), relid, position), story('a write')).toEqual(
        expectedRecords(table, before, after),
      );
      position = await end();
    }

    async function run(sql: string): Promise<void> {
      history.push(sql);
      try {
        await client().query(sql);
      } catch (cause) {
        throw new Error(story(String(cause)), { cause });
      }
    }

    async function end(): Promise<string> {
      const { rows } = await client().query<{ id: string }>(
        'select coalesce(max(id), 0)::text as id from audit.data_op_log',
      );
      return rows[0]?.id ?? '0';
    }

    function story(what: string): string {
      return `${what}, AUDIT_TEST_SEED=${seed}, after:\n${history.join(';\n')}`;
    }
  });
});
