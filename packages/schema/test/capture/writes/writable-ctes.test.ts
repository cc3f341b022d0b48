import { expect, test } from 'vitest';
import { useAudited } from '../../support/audited.js';
import { changes } from '../../support/records.js';

const { client } = useAudited();

test('one statement that writes several tables records each', async () => {
  await client().query(`
    create table orders (id int primary key, qty int);
    create table lines (id int primary key, order_id int);
    create table gone (id int primary key);
    insert into gone values (1);
    select audit.track('orders'), audit.track('lines'), audit.track('gone');
    with o as (insert into orders values (1, 1) returning id),
         g as (delete from gone returning id)
    insert into lines select 10, o.id from o, g`);
  expect(await changes(client(), 'orders')).toEqual(['I 1 {"id": 1, "qty": 1}']);
  expect(await changes(client(), 'lines')).toEqual(['I 10 {"id": 10, "order_id": 1}']);
  expect(await changes(client(), 'gone')).toEqual(['D 1 {"id": 1}']);
});

test('the same table twice in one statement, by different actions', async () => {
  await client().query(`
    create table twice (id int primary key, qty int);
    select audit.track('twice');
    insert into twice values (1, 1), (2, 2), (3, 3);
    with d as (delete from twice where id = 1 returning qty),
         u as (update twice set qty = 20 where id = 2 returning qty)
    insert into twice select 4, d.qty + u.qty from d, u`);
  expect((await changes(client(), 'twice')).slice(3).sort()).toEqual([
    'D 1 {"id": 1, "qty": 1}',
    'I 4 {"id": 4, "qty": 21}',
    'U 2 qty: 2 -> 20',
  ]);
});

test('the same table twice in one statement, by two updates', async () => {
  await client().query(`
    create table halves (id int primary key, qty int, note text);
    select audit.track('halves');
    insert into halves select n, n, 'x' from generate_series(1, 100) as n;
    with u as (update halves set qty = -qty where id <= 50 returning id)
    update halves set note = 'y' where id > 50`);
  const updates = (await changes(client(), 'halves')).slice(100);
  const expected = Array.from({ length: 100 }, (_, n) =>
    n < 50 ? `U ${n + 1} qty: ${n + 1} -> -${n + 1}` : `U ${n + 1} note: "x" -> "y"`,
  );
  expect(updates.sort()).toEqual(expected.sort());
});

test('two inserts into one table', async () => {
  await client().query(`
    create table pair (id int primary key);
    select audit.track('pair');
    with i as (insert into pair values (1)) insert into pair values (2)`);
  expect((await changes(client(), 'pair')).sort()).toEqual(['I 1 {"id": 1}', 'I 2 {"id": 2}']);
});
