import type pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { useInstalled } from '../support/installed.js';

const database = useInstalled();
let admin: pg.Client;
let writer: pg.Client;
let other: pg.Client;

beforeAll(async () => {
  [admin, writer, other] = [
    await database().connect(),
    await database().connect(),
    await database().connect(),
  ];
  await admin.query(`
    create table a (id int primary key, qty int);
    create table b (id int primary key, qty int);
    select audit.track('a', row_log => true);
    select audit.track('b', row_log => true);
    select audit.create_group('g');
    select audit.assign('a', 'g');
    select audit.assign('b', 'g');
    insert into a values (1, 0);
    insert into b values (1, 0);
    select audit.set_mark('g', 'm0')`);
});

test('a mark waits for a writer, whose changes are wholly before it', async () => {
  await writer.query('begin');
  await writer.query('update a set qty = 1');
  const marked = admin.query(`select audit.set_mark('g', 'm1')`);
  await waiting(admin);
  // What the writer has not touched yet is not locked for it for ever either.
  await writer.query('update b set qty = 1');
  await writer.query('commit');
  await marked;
  const { rows } = await admin.query(
    `select table_name, updated::int from audit.stats('g', 'm0', 'm1')`,
  );
  expect(rows).toEqual([
    { table_name: 'a', updated: 1 },
    { table_name: 'b', updated: 1 },
  ]);
});

test('it gives up when lock_timeout is over, and then holds nothing', async () => {
  await writer.query('begin');
  await writer.query('update b set qty = 2');
  await admin.query(`set lock_timeout = '700ms'`);
  await expect(admin.query(`select audit.set_mark('g', 'm2')`)).rejects.toMatchObject({
    code: '55P03',
  });
  await admin.query('reset lock_timeout');
  await other.query('update a set qty = 2');
  await writer.query('commit');
});

test('readers go on while a mark is set or a rollback runs', async () => {
  await admin.query('begin');
  await admin.query(`select audit.set_mark('g', 'm3')`);
  await admin.query(`select audit.rollback_group('g', 'm1')`);
  expect((await other.query('select qty from a')).rows).toEqual([{ qty: 2 }]);
  await admin.query('rollback');
});

test('of two rollbacks one waits for the other, and a writer for both', async () => {
  await admin.query('begin');
  await admin.query(`select audit.rollback_group('g', 'm1')`);
  const second = other.query(`select audit.rollback_group('g', 'm0')`);
  await waiting(other);
  const write = writer.query('update a set qty = qty + 10 returning qty');
  await waiting(writer);
  await admin.query('commit');
  await second;
  const [row] = (await write).rows;
  // Before the second rollback, which has undone it, or after it.
  const { rows } = await admin.query('select qty from a');
  expect([row?.qty, rows[0]?.qty]).toEqual(row?.qty === 11 ? [11, 0] : [10, 10]);
  expect((await admin.query('select count(*)::int as n from audit.group_rollback')).rows).toEqual([
    { n: 2 },
  ]);
});

/** Until the session waits for a lock. */
async function waiting(session: pg.Client): Promise<void> {
  const { processID } = session as pg.Client & { processID: number };
  const watcher = await database().connect();
  for (;;) {
    const { rows } = await watcher.query(
      `select from pg_stat_activity where pid = $1 and wait_event_type = 'Lock'`,
      [processID],
    );
    if (rows.length > 0) return;
  }
}
