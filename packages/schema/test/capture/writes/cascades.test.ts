import { expect, test } from 'vitest';
import { useAudited } from '../../support/audited.js';
import { changes } from '../../support/records.js';

const { client } = useAudited();

async function parentAndChild(name: string, columns: string): Promise<void> {
  await client().query(`
    create table ${name}_parent (id int primary key);
    create table ${name}_child (id int primary key, ${columns});
    select audit.track('${name}_parent'), audit.track('${name}_child');
    insert into ${name}_parent values (0), (1), (2)`);
}

test('ON DELETE CASCADE', async () => {
  await parentAndChild('del', 'parent int references del_parent on delete cascade');
  await client().query(`insert into del_child values (10, 1), (11, 1), (12, 2)`);
  await client().query(`delete from del_parent where id = 1`);
  expect((await changes(client(), 'del_child')).slice(3).sort()).toEqual([
    'D 10 {"id": 10, "parent": 1}',
    'D 11 {"id": 11, "parent": 1}',
  ]);
  expect((await changes(client(), 'del_parent')).slice(3)).toEqual(['D 1 {"id": 1}']);
});

test('ON DELETE SET NULL and SET DEFAULT', async () => {
  await parentAndChild(
    'nul',
    `a int references nul_parent on delete set null,
     b int default 0 references nul_parent on delete set default`,
  );
  await client().query(`insert into nul_child values (10, 1, 2), (11, 2, 2)`);
  await client().query(`delete from nul_parent where id = 1`);
  await client().query(`delete from nul_parent where id = 2`);
  const [first, ...second] = (await changes(client(), 'nul_child')).slice(2);
  expect(first).toBe('U 10 a: 1 -> null');
  expect(second.sort()).toEqual(['U 10 b: 2 -> 0', 'U 11 a: 2 -> null', 'U 11 b: 2 -> 0']);
});

test('two foreign keys of one row to the same parent, both SET NULL by one statement', async () => {
  await parentAndChild(
    'two',
    `a int references two_parent on delete set null,
     b int references two_parent on delete set null, c int default 5`,
  );
  await client().query(`
    insert into two_child select 10 + n, 1, 1 from generate_series(0, 9) as n;
    delete from two_parent where id = 1`);
  const updates = (await changes(client(), 'two_child')).slice(10);
  const expected = Array.from({ length: 10 }, (_, n) => [
    `U ${10 + n} a: 1 -> null`,
    `U ${10 + n} b: 1 -> null`,
  ]);
  expect(updates.sort()).toEqual(expected.flat());
});

test('ON UPDATE CASCADE', async () => {
  await parentAndChild('upd', 'parent int references upd_parent on update cascade');
  await client().query(`insert into upd_child values (10, 1), (11, 2)`);
  await client().query(`update upd_parent set id = id + 100 where id > 0`);
  expect((await changes(client(), 'upd_child')).slice(2).sort()).toEqual([
    'U 10 parent: 1 -> 101',
    'U 11 parent: 2 -> 102',
  ]);
  expect((await changes(client(), 'upd_parent')).slice(3).sort()).toEqual([
    'U 101 id: 1 -> 101',
    'U 102 id: 2 -> 102',
  ]);
});

test('two cascades into the key of one row stand in the log in their order', async () => {
  await client().query(`
    create table node (id int primary key);
    create table edge (
      a int references node on update cascade, b int references node on update cascade, primary key (a, b));
    select audit.track('edge');
    insert into node select generate_series(1, 3000);
    insert into edge select n, n from generate_series(1, 3000) as n;
    set work_mem = '64kB';
    update node set id = id + 100000;
    reset work_mem`);
  const updates = (await changes(client(), 'edge')).slice(3000);
  expect(updates).toHaveLength(6000);
  // Each row goes (n, n) to (m, n) to (m, m); the second half must not stand before the first.
  const seen = new Map<string, number>();
  for (const [position, line] of updates.entries()) seen.set(line, position);
  for (let n = 1; n <= 3000; n++) {
    const first = seen.get(`U ${n + 100000}∆${n} a: ${n} -> ${n + 100000}`);
    const second = seen.get(`U ${n + 100000}∆${n + 100000} b: ${n} -> ${n + 100000}`);
    expect(first).toBeLessThan(second ?? -1);
  }
});

test('a self reference: the whole tree goes, each row once', async () => {
  await client().query(`
    create table tree (id int primary key, parent int references tree on delete cascade);
    select audit.track('tree');
    insert into tree values (1, null), (2, 1), (3, 2), (4, 3), (5, null);
    delete from tree where id in (1, 3)`);
  expect((await changes(client(), 'tree')).slice(5).sort()).toEqual([
    'D 1 {"id": 1, "parent": null}',
    'D 2 {"id": 2, "parent": 1}',
    'D 3 {"id": 3, "parent": 2}',
    'D 4 {"id": 4, "parent": 3}',
  ]);
});

test('a self reference that is set null in rows which the same statement deletes', async () => {
  await client().query(`
    create table chain (id int primary key, prior int references chain on delete set null);
    select audit.track('chain');
    insert into chain values (1, null), (2, 1), (3, 2);
    delete from chain where id <= 2`);
  expect((await changes(client(), 'chain')).slice(3).sort()).toEqual([
    'D 1 {"id": 1, "prior": null}',
    'D 2 {"id": 2, "prior": 1}',
    'U 3 prior: 2 -> null',
  ]);
});

test('deferred constraints', async () => {
  await parentAndChild(
    'late',
    'parent int references late_parent on delete cascade on update cascade deferrable initially deferred',
  );
  await client().query(`
    begin;
    insert into late_child values (10, 7), (11, 2);
    insert into late_parent values (7);
    update late_parent set id = 8 where id = 7;
    delete from late_parent where id = 2;
    commit`);
  expect(await changes(client(), 'late_child')).toEqual([
    'I 10 {"id": 10, "parent": 7}',
    'I 11 {"id": 11, "parent": 2}',
    'U 10 parent: 7 -> 8',
    'D 11 {"id": 11, "parent": 2}',
  ]);
});

test('a cascade into a partitioned table stands under its root', async () => {
  await client().query(`
    create table root_parent (id int primary key);
    create table root_child (id int, parent int references root_parent on delete cascade on update cascade)
      partition by list (id);
    create table root_child_1 partition of root_child for values in (1);
    create table root_child_rest partition of root_child default;
    select audit.track('root_child', key => '{id}');
    insert into root_parent values (1), (2);
    insert into root_child values (1, 1), (2, 1), (3, 2);
    update root_parent set id = 20 where id = 2;
    delete from root_parent where id = 1`);
  const [update, ...deletes] = (await changes(client(), 'root_child')).slice(3);
  expect(update).toBe('U 3 parent: 2 -> 20');
  expect(deletes.sort()).toEqual(['D 1 {"id": 1, "parent": 1}', 'D 2 {"id": 2, "parent": 1}']);
  expect(await changes(client(), 'root_child_1')).toEqual([]);
});
