import { expect, test } from 'vitest';
import { useAudited } from '../../support/audited.js';
import { changes } from '../../support/records.js';

const { client } = useAudited();

test('the rows of inheritance children stand under the parent, however they are written', async () => {
  await client().query(`
    create table city (id int, name text);
    create table capital (country text) inherits (city);
    select audit.track('city', key => '{id}');
    insert into city values (1, 'a');
    insert into capital values (2, 'b', 'X');
    update city set name = upper(name);
    update only city set name = name || '1';
    update capital set name = name || '2';
    delete from only city;
    delete from city`);
  const [first, second, ...rest] = await changes(client(), 'city');
  expect(first).toBe('I 1 {"id": 1, "name": "a"}');
  expect(second).toMatch(/^I 2 \{"id": 2, "name": "b"/);
  expect(rest.slice(0, 2).sort()).toEqual(['U 1 name: "a" -> "A"', 'U 2 name: "b" -> "B"']);
  expect(rest.slice(2, 5)).toEqual([
    'U 1 name: "A" -> "A1"',
    'U 2 name: "B" -> "B2"',
    'D 1 {"id": 1, "name": "A1"}',
  ]);
  expect(rest[5]).toMatch(/^D 2 \{"id": 2, "name": "B2"/);
  expect(await changes(client(), 'capital')).toEqual([]);
});

test('a child is recorded in the shape of its parent, also where it is written straight', async () => {
  await client().query(`
    create table base (id int primary key, name text);
    create table derived (extra int) inherits (base);
    select audit.track('base');
    insert into derived values (1, 'a', 7);
    delete from derived`);
  expect(await changes(client(), 'base')).toEqual([
    'I 1 {"id": 1, "name": "a"}',
    'D 1 {"id": 1, "name": "a"}',
  ]);
});

test("a child's own column is recorded where the child is tracked on its own", async () => {
  await client().query(`
    create table shape (id int primary key);
    create table circle (radius int) inherits (shape);
    alter table circle add primary key (id);
    select audit.track('circle');
    select audit.track('shape');
    insert into circle values (1, 7);
    update circle set radius = 8`);
  expect((await changes(client(), 'circle')).slice(1)).toEqual(['U 1 radius: 7 -> 8']);
});

test('a child of two parents and of a child', async () => {
  await client().query(`
    create table root (id int primary key, v int);
    create table left_child () inherits (root);
    create table right_child () inherits (root);
    create table grandchild () inherits (left_child, right_child);
    select audit.track('root');
    insert into grandchild values (1, 1);
    update left_child set v = 2;
    update root set v = 3;
    delete from grandchild`);
  expect(await changes(client(), 'root')).toEqual([
    'I 1 {"v": 1, "id": 1}',
    'U 1 v: 1 -> 2',
    'U 1 v: 2 -> 3',
    'D 1 {"v": 3, "id": 1}',
  ]);
});
