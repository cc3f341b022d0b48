import { expect, test } from 'vitest';
import { useAudited } from '../../support/audited.js';
import { changes } from '../../support/records.js';

const { client } = useAudited();

test('ON CONFLICT DO UPDATE is an insert for the new rows and an update for the others', async () => {
  await client().query(`
    create table stock (id int primary key, qty int);
    select audit.track('stock');
    insert into stock values (1, 1), (2, 2);
    insert into stock values (1, 10), (2, 2), (3, 30)
      on conflict (id) do update set qty = excluded.qty`);
  const [, , ...rest] = await changes(client(), 'stock');
  expect(rest.sort()).toEqual(['I 3 {"id": 3, "qty": 30}', 'U 1 qty: 1 -> 10']);
});

test('ON CONFLICT DO UPDATE … WHERE records only the rows that passed', async () => {
  await client().query(`
    create table guarded (id int primary key, qty int);
    select audit.track('guarded');
    insert into guarded values (1, 1), (2, 2);
    insert into guarded values (1, 10), (2, 20)
      on conflict (id) do update set qty = excluded.qty where guarded.qty > 1`);
  expect((await changes(client(), 'guarded')).slice(2)).toEqual(['U 2 qty: 2 -> 20']);
});

test('ON CONFLICT DO NOTHING records only what went in', async () => {
  await client().query(`
    create table offered (id int primary key, qty int);
    select audit.track('offered');
    insert into offered values (1, 1);
    insert into offered values (1, 10), (2, 20) on conflict do nothing;
    insert into offered values (1, 10) on conflict do nothing`);
  expect((await changes(client(), 'offered')).slice(1)).toEqual(['I 2 {"id": 2, "qty": 20}']);
});

test('an upsert into a partitioned table is the same', async () => {
  await client().query(`
    create table split (id int primary key, qty int) partition by list (id);
    create table split_1 partition of split for values in (1);
    create table split_rest partition of split default;
    select audit.track('split');
    insert into split values (1, 1);
    insert into split values (1, 10), (2, 20) on conflict (id) do update set qty = excluded.qty;
    insert into split_1 values (1, 11) on conflict (id) do update set qty = excluded.qty`);
  const [, ...rest] = await changes(client(), 'split');
  expect(rest.sort()).toEqual([
    'I 2 {"id": 2, "qty": 20}',
    'U 1 qty: 1 -> 10',
    'U 1 qty: 10 -> 11',
  ]);
});

test('an upsert that changes the key records the new key and the old one', async () => {
  await client().query(`
    create table moved (id int primary key, code text unique);
    select audit.track('moved');
    insert into moved values (1, 'a');
    insert into moved values (2, 'a') on conflict (code) do update set id = excluded.id`);
  expect((await changes(client(), 'moved')).slice(1)).toEqual(['U 2 id: 1 -> 2']);
});
