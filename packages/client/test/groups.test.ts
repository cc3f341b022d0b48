import { beforeAll, expect, test } from 'vitest';
import { type AuditGroups, AuditSqlError, createAuditGroups } from '../src/index.js';
import { collect } from './support/collect.js';
import { describeDrivers } from './support/targets.js';

describeDrivers('groups', (driver) => {
  let groups: AuditGroups;

  beforeAll(async () => {
    groups = createAuditGroups(driver());
    await driver().query(`
      create schema shop;
      create table shop.orders (id int primary key, status text);
      create table shop."Odd ""Name" (body text);
      select audit.track('shop.orders', row_log => true);
      select audit.track('shop."Odd ""Name"', key => '{}', row_log => true)`);
    await groups.create('shop', { note: 'all that is sold' });
    await groups.assign('shop.orders', 'shop');
    await groups.assign('shop."Odd ""Name"', 'shop');
    await driver().query(`insert into shop.orders values (1, 'new'), (2, 'new')`);
    await groups.setMark('shop', 'm1');
  });

  test('a group is listed with its tables', async () => {
    await groups.create('empty');
    expect(await groups.list()).toEqual([
      expect.objectContaining({ name: 'empty', note: null, tables: [] }),
      {
        name: 'shop',
        note: 'all that is sold',
        createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/),
        createdBy: expect.any(String),
        tables: [
          { schema: 'shop', table: 'Odd "Name', assignedAt: expect.any(String), problem: null },
          { schema: 'shop', table: 'orders', assignedAt: expect.any(String), problem: null },
        ],
      },
    ]);
    await groups.drop('empty');
    await groups.unassign('shop."Odd ""Name"');
    expect((await groups.list())[0]?.tables).toHaveLength(1);
    await groups.assign('shop."Odd ""Name"', 'shop');
    await groups.setMark('shop', 'm1 again');
    await groups.deleteMark('shop', 'm1');
    await groups.renameMark('shop', 'm1 again', 'm1');
  });

  test('marks, statistics, a rollback and its undoing', async () => {
    await driver().query(`
      update shop.orders set status = 'paid' where id = 1;
      delete from shop.orders where id = 2;
      insert into shop."Odd ""Name" values ('it''s'), ('it''s')`);
    const mark = await groups.setMark('shop', 'before %', { note: 'a note' });
    expect(mark).toMatch(/^before \d{4}-/);
    expect(await groups.marks('shop')).toMatchObject([
      { group: 'shop', name: 'm1', protected: false, note: null, tables: 2 },
      {
        name: mark,
        note: 'a note',
        gid: expect.any(BigInt),
        markedAt: expect.stringMatching(/Z$/),
      },
    ]);

    expect(await groups.stats('shop', { from: 'm1', to: mark })).toMatchObject([
      { table: 'Odd "Name', inserted: 2n, updated: 0n },
      { table: 'orders', inserted: 0n, updated: 1n, deleted: 1n, truncated: 0n, truncations: 0n },
    ]);
    expect(await groups.statsByRole('shop')).toMatchObject([
      { table: 'Odd "Name', verb: 'INS', rows: 2n, transactions: 1n },
      { table: 'orders', verb: 'DEL', rows: 1n },
      { table: 'orders', verb: 'UPD', rows: 1n },
    ]);
    expect(await groups.estimateStats('shop')).toHaveLength(2);

    expect(await collect(groups.changesSql('shop', { from: 'm1' }))).toEqual([
      `update only shop.orders set status = 'paid'::text where id = '1'::integer;`,
      `delete from only shop.orders where id = '2'::integer;`,
      `insert into shop."Odd ""Name" (body) overriding system value values ('it''s'::text);`,
      `insert into shop."Odd ""Name" (body) overriding system value values ('it''s'::text);`,
    ]);
    expect(await collect(groups.tableAt('shop.orders', { mark: 'm1' }))).toEqual(
      expect.arrayContaining([
        { id: 1, status: 'new' },
        { id: 2, status: 'new' },
      ]),
    );
    expect(await collect(groups.tableAt('shop."Odd ""Name"', { mark: 'm1' }))).toEqual([]);
    expect(await collect(groups.tableAt('shop.orders', { at: 'now' }))).toEqual([
      { id: 1, status: 'paid' },
    ]);

    const plan = await groups.rollbackPlan('shop', 'm1');
    expect(plan).toMatchObject([
      { table: 'Odd "Name', inserts: 0n, updates: 0n, deletes: 2n, changes: 2n, refusal: null },
      { table: 'orders', inserts: 1n, updates: 1n, deletes: 0n, changes: 2n, hint: null },
    ]);
    expect(plan[0]?.changedBy).toHaveLength(1);
    expect(await groups.rollback('shop', 'm1')).toEqual(plan);
    expect(await rows()).toEqual(['(1,new)', '(2,new)']);
    const [start] = (await groups.marks('shop')).filter(({ name }) => name.endsWith('_START'));
    await groups.rollback('shop', start?.name ?? '');
    expect(await rows()).toEqual(['(1,paid)']);
  });

  test('a refusal is an error with the reason, and in a plan a word', async () => {
    const mark = await groups.setMark('shop');
    await groups.protectMark('shop', mark);
    await expect(groups.rollback('shop', 'm1')).rejects.toMatchObject({
      code: 'UA058',
      message: expect.stringContaining('protected'),
      hint: expect.any(String),
    });
    await expect(groups.rollback('shop', 'm1')).rejects.toBeInstanceOf(AuditSqlError);
    expect((await groups.rollbackPlan('shop', 'm1'))[0]?.refusal).toContain('protected');
    await groups.unprotectMark('shop', mark);
    await expect(collect(groups.tableAt('shop.orders', { mark: 'm9' }))).rejects.toMatchObject({
      code: 'UA054',
    });
    expect(await groups.deleteMarksBefore('shop', mark)).toBeGreaterThan(0);
  });

  async function rows(): Promise<string[]> {
    const { rows } = await driver().query<{ line: string }>(
      'select o::text as line from shop.orders as o order by 1',
    );
    return rows.map(({ line }) => line);
  }
});
