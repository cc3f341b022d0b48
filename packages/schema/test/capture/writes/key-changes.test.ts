import { expect, test } from 'vitest';
import { useAudited } from '../../support/audited.js';
import { changes } from '../../support/records.js';

const { client } = useAudited();

test('data_id is the new key, the diff holds the old one', async () => {
  await client().query(`
    create table renamed (id text primary key, qty int);
    select audit.track('renamed');
    insert into renamed values ('a', 1);
    update renamed set id = 'b';
    update renamed set id = 'c', qty = 2`);
  expect((await changes(client(), 'renamed')).slice(1)).toEqual([
    'U b id: "a" -> "b"',
    'U c id: "b" -> "c", qty: 1 -> 2',
  ]);
});

test('a shift of all keys by one pairs each row with itself', async () => {
  await client().query(`
    create table shifted (id int primary key deferrable initially immediate, name text);
    select audit.track('shifted');
    insert into shifted select n, 'name ' || n from generate_series(1, 1000) as n;
    update shifted set id = id + 1, name = name || '!' where id <= 1000`);
  const updates = (await changes(client(), 'shifted')).slice(1000);
  const expected = Array.from(
    { length: 1000 },
    (_, n) => `U ${n + 2} id: ${n + 1} -> ${n + 2}, name: "name ${n + 1}" -> "name ${n + 1}!"`,
  );
  expect(updates.sort()).toEqual(expected.sort());
});

test('two rows that swap their keys are two updates', async () => {
  await client().query(`
    create table swapped (id int primary key deferrable initially immediate, name text);
    select audit.track('swapped');
    insert into swapped values (1, 'one'), (2, 'two');
    update swapped set id = 3 - id`);
  expect((await changes(client(), 'swapped')).slice(2).sort()).toEqual([
    'U 1 id: 2 -> 1',
    'U 2 id: 1 -> 2',
  ]);
});

test('a change of one part of a composite key', async () => {
  await client().query(`
    create table compound (a text, b int, c date, qty int, primary key (b, a, c));
    select audit.track('compound');
    insert into compound values ('x∆y', 1, '2024-02-29', 1);
    update compound set b = 2;
    update compound set a = 'z', qty = 5;
    delete from compound`);
  expect(await changes(client(), 'compound')).toEqual([
    'I 1∆x∆y∆2024-02-29 {"a": "x∆y", "b": 1, "c": "2024-02-29", "qty": 1}',
    'U 2∆x∆y∆2024-02-29 b: 1 -> 2',
    'U 2∆z∆2024-02-29 a: "x∆y" -> "z", qty: 1 -> 5',
    'D 2∆z∆2024-02-29 {"a": "z", "b": 2, "c": "2024-02-29", "qty": 5}',
  ]);
});

test('the change of a key is a record even where its column is ignored or not among only_columns', async () => {
  await client().query(`
    create table odd_one (id int primary key, qty int);
    create table odd_two (id int primary key, qty int);
    select audit.track('odd_one', ignored => '{id}');
    select audit.track('odd_two', only_columns => '{qty}');
    insert into odd_one values (1, 1);
    insert into odd_two values (1, 1);
    update odd_one set id = 2;
    update odd_two set id = 2`);
  expect((await changes(client(), 'odd_one')).slice(1)).toEqual(['U 2 id: 1 -> 2']);
  expect((await changes(client(), 'odd_two')).slice(1)).toEqual(['U 2 id: 1 -> 2']);
});

test('keys that change under many rows at once and a small work_mem', async () => {
  await client().query(`
    create table spilled (id int primary key, payload text);
    select audit.track('spilled');
    insert into spilled select n, repeat('x', 200) from generate_series(1, 20000) as n;
    set work_mem = '64kB';
    update spilled set id = -id;
    reset work_mem`);
  const { rows } = await client().query(`
    select count(*)::int as updates,
           count(*) filter (where diff = jsonb_build_object('diffType', 'normal', 'id', format('%s -> %s', -data_id::int, data_id)))::int as right
    from audit.data_op_log where table_name = 'spilled' and action = 'U'`);
  expect(rows).toEqual([{ updates: 20_000, right: 20_000 }]);
});
