import { expect, test } from 'vitest';
import { useAudited } from '../../support/audited.js';
import { changes, texts } from '../../support/records.js';

const { client } = useAudited();

test('writes straight into a partition, of any level, stand under the root', async () => {
  await client().query(`
    create table deep (id int primary key, qty int) partition by range (id);
    create table deep_low partition of deep for values from (0) to (10) partition by range (id);
    create table deep_lowest partition of deep_low for values from (0) to (5);
    create table deep_rest partition of deep default;
    select audit.track('deep');
    insert into deep_lowest values (1, 1);
    insert into deep_low values (2, 2);
    insert into deep values (3, 3), (30, 30);
    update deep_lowest set qty = 10 where id = 1;
    update deep_low set qty = 20 where id = 2;
    update deep_rest set id = 31;
    delete from deep_lowest where id = 3;
    delete from deep_rest`);
  expect((await changes(client(), 'deep')).sort()).toEqual([
    'D 3 {"id": 3, "qty": 3}',
    'D 31 {"id": 31, "qty": 30}',
    'I 1 {"id": 1, "qty": 1}',
    'I 2 {"id": 2, "qty": 2}',
    'I 3 {"id": 3, "qty": 3}',
    'I 30 {"id": 30, "qty": 30}',
    'U 1 qty: 1 -> 10',
    'U 2 qty: 2 -> 20',
    'U 31 id: 30 -> 31',
  ]);
  expect(new Set(await texts(client(), 'deep', `relid = 'deep'::regclass`))).toEqual(
    new Set(['true']),
  );
  const { rows } = await client().query(
    `select distinct table_name from audit.data_op_log where table_name like 'deep%'`,
  );
  expect(rows).toEqual([{ table_name: 'deep' }]);
});

test('a move within a sub-partitioned partition that the statement names', async () => {
  await client().query(`
    create table level (id int primary key, qty int) partition by range (id);
    create table level_a partition of level for values from (0) to (100) partition by range (id);
    create table level_a1 partition of level_a for values from (0) to (50);
    create table level_a2 partition of level_a for values from (50) to (100);
    select audit.track('level');
    insert into level values (1, 1);
    update level_a set id = 60`);
  expect((await changes(client(), 'level')).slice(1)).toEqual(['U 60 id: 1 -> 60']);
});

test('a partition with its columns in another order, and dropped ones', async () => {
  await client().query(`
    create table mixed (id int primary key, a text, b int, doc jsonb) partition by list (id);
    create table mixed_one (doc jsonb, old int, b int, id int not null, a text);
    alter table mixed_one drop column old;
    alter table mixed attach partition mixed_one for values in (1);
    create table mixed_rest partition of mixed default;
    select audit.track('mixed', masked => '{b}');
    insert into mixed values (1, 'x', 11, '{"k": 1}');
    insert into mixed_one (id, a, b) values (1, 'x', 11) on conflict (id) do update set a = 'y';
    update mixed set id = 2, a = 'z', doc = '[1]';
    update mixed set id = 1, b = 12`);
  expect(await changes(client(), 'mixed')).toEqual([
    'I 1 {"a": "x", "b": "***", "id": 1, "doc": {"k": 1}}',
    'U 1 a: "x" -> "y"',
    'U 2 a: "y" -> "z", id: 1 -> 2 json {"doc": {"content": "{\\"k\\": 1} -> [1]", "diffType": "other"}}',
    'U 1 b: "***" -> "***", id: 2 -> 1',
  ]);
});

test('a partition attached later is recorded once track has been called again', async () => {
  await client().query(`
    create table growing (id int primary key) partition by range (id);
    create table growing_1 partition of growing for values from (0) to (10);
    select audit.track('growing');
    create table growing_2 (id int primary key);
    alter table growing attach partition growing_2 for values from (10) to (20);
    create table growing_3 partition of growing for values from (20) to (30);
    insert into growing values (11), (21);
    select audit.track('growing');
    insert into growing_2 values (12);
    insert into growing_3 values (22);
    delete from growing_2 where id = 11`);
  expect(await changes(client(), 'growing')).toEqual([
    'I 11 {"id": 11}',
    'I 21 {"id": 21}',
    'I 12 {"id": 12}',
    'I 22 {"id": 22}',
    'D 11 {"id": 11}',
  ]);
});

test('only a partition is tracked: it stands under its own name, also when its root is named', async () => {
  await client().query(`
    create table whole (id int primary key) partition by list (id);
    create table part partition of whole for values in (1);
    create table rest partition of whole default;
    select audit.track('part');
    insert into part values (1)`);
  expect(await changes(client(), 'part')).toEqual(['I 1 {"id": 1}']);
});
