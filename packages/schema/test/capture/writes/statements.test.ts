import { expect, test } from 'vitest';
import { useAudited } from '../../support/audited.js';
import { changes, counts } from '../../support/records.js';

const { client } = useAudited();

test('a single insert, update and delete are a record each', async () => {
  await client().query(`
    create table single (id int primary key, qty int, name text);
    select audit.track('single')`);
  await client().query(`insert into single values (1, 1, 'a')`);
  await client().query(`update single set qty = 2, name = 'b' where id = 1`);
  await client().query(`delete from single where id = 1`);
  expect(await changes(client(), 'single')).toEqual([
    'I 1 {"id": 1, "qty": 1, "name": "a"}',
    'U 1 name: "a" -> "b", qty: 1 -> 2',
    'D 1 {"id": 1, "qty": 2, "name": "b"}',
  ]);
});

test('a diff holds the changed columns only, null as null', async () => {
  await client().query(`
    create table nulls (id int primary key, note text, qty int);
    select audit.track('nulls');
    insert into nulls values (1, null, 1);
    update nulls set note = 'content';
    update nulls set note = null, qty = null`);
  expect((await changes(client(), 'nulls')).slice(1)).toEqual([
    'U 1 note: null -> "content"',
    'U 1 note: "content" -> null, qty: 1 -> null',
  ]);
});

test('bulk statements are one record a row', async () => {
  await client().query(`
    create table bulk (id int primary key, qty int);
    select audit.track('bulk');
    insert into bulk select n, n from generate_series(1, 1000) as n;
    update bulk set qty = qty + 1;
    update bulk set qty = qty + 1 where id % 2 = 0;
    delete from bulk where id > 900`);
  expect(await counts(client(), 'bulk')).toEqual({ I: 1000, U: 1500, D: 100 });
  const { rows } = await client().query(`
    select data_id, diff ->> 'qty' as qty from audit.data_op_log
    where table_name = 'bulk' and action = 'U'
      and diff ->> 'qty' not in (
        format('%s -> %s', data_id::int, data_id::int + 1),
        format('%s -> %s', data_id::int + 1, data_id::int + 2))`);
  expect(rows).toEqual([]);
});

test('an update that changes nothing is no record', async () => {
  await client().query(`
    create table same (id int primary key, qty int, note text, doc jsonb, tags text[]);
    select audit.track('same');
    insert into same values (1, 1, null, '{"a": 1}', '{x}'), (2, 2, 'b', null, null);
    update same set qty = qty, note = note, doc = doc, tags = tags;
    update same set qty = 2 where id in (1, 2)`);
  expect((await changes(client(), 'same')).slice(2)).toEqual(['U 1 qty: 1 -> 2']);
});

test('statements that touch no row are no record', async () => {
  await client().query(`
    create table none (id int primary key, qty int);
    select audit.track('none');
    insert into none select 1, 1 where false;
    update none set qty = 1;
    delete from none`);
  expect(await changes(client(), 'none')).toEqual([]);
});

test('UPDATE … FROM and DELETE … USING name each row once, however often it matches', async () => {
  await client().query(`
    create table target (id int primary key, qty int);
    create table source (id int, qty int);
    insert into source values (1, 10), (1, 10), (2, 20);
    select audit.track('target');
    insert into target values (1, 1), (2, 2), (3, 3);
    update target set qty = source.qty from source where source.id = target.id;
    delete from target using source where source.id = target.id`);
  const [, , , ...rest] = await changes(client(), 'target');
  expect(rest.sort()).toEqual([
    'D 1 {"id": 1, "qty": 10}',
    'D 2 {"id": 2, "qty": 20}',
    'U 1 qty: 1 -> 10',
    'U 2 qty: 2 -> 20',
  ]);
});

test('writes through an updatable view and through a rule are recorded under the table', async () => {
  await client().query(`
    create table behind (id int primary key, qty int);
    create view in_front as select * from behind where qty > 0;
    create view ruled as select * from behind;
    create rule ruled_insert as on insert to ruled do instead insert into behind values (new.id, new.qty);
    select audit.track('behind');
    insert into in_front values (1, 1);
    update in_front set qty = 2;
    insert into ruled values (2, 2);
    delete from in_front where id = 2`);
  expect(await changes(client(), 'behind')).toEqual([
    'I 1 {"id": 1, "qty": 1}',
    'U 1 qty: 1 -> 2',
    'I 2 {"id": 2, "qty": 2}',
    'D 2 {"id": 2, "qty": 2}',
  ]);
});

test('an update through a cursor and one with RETURNING are recorded', async () => {
  await client().query(`
    create table pointed (id int primary key, qty int);
    select audit.track('pointed');
    insert into pointed values (1, 1), (2, 2);
    begin;
    declare c cursor for select * from pointed order by id for update;
    fetch 2 from c;
    update pointed set qty = 20 where current of c;
    commit;
    update pointed set qty = 10 where id = 1 returning *`);
  expect((await changes(client(), 'pointed')).slice(2)).toEqual([
    'U 2 qty: 2 -> 20',
    'U 1 qty: 1 -> 10',
  ]);
});
