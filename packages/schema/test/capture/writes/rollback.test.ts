import { testServer } from '@audit/test-db';
import { expect, test } from 'vitest';
import { useAudited } from '../../support/audited.js';
import { changes, value } from '../../support/records.js';

const { client, database } = useAudited();

test('what is rolled back leaves nothing', async () => {
  await client().query(`
    create table undone (id int primary key, qty int);
    select audit.track('undone');
    insert into undone values (1, 1)`);
  await client().query(`
    begin;
    insert into undone values (2, 2);
    update undone set qty = 5;
    delete from undone;
    truncate undone;
    rollback`);
  expect(await changes(client(), 'undone')).toEqual(['I 1 {"id": 1, "qty": 1}']);
});

test('what a savepoint takes back leaves nothing, the rest stays', async () => {
  await client().query(`
    create table partly (id int primary key, qty int);
    select audit.track('partly');
    begin;
    insert into partly values (1, 1);
    savepoint a;
    update partly set qty = 2;
    savepoint b;
    delete from partly;
    rollback to b;
    update partly set qty = 3;
    release b;
    rollback to a;
    update partly set qty = 4;
    commit`);
  expect(await changes(client(), 'partly')).toEqual(['I 1 {"id": 1, "qty": 1}', 'U 1 qty: 1 -> 4']);
});

test('what an exception block takes back leaves nothing', async () => {
  await client().query(`
    create table caught (id int primary key);
    select audit.track('caught');
    do $$
    begin
      insert into caught values (1);
      begin
        insert into caught values (2);
        insert into caught values (1);
      exception when unique_violation then
        insert into caught values (3);
      end;
    end $$`);
  expect(await changes(client(), 'caught')).toEqual(['I 1 {"id": 1}', 'I 3 {"id": 3}']);
});

test('a procedure that commits and rolls back between its writes', async () => {
  await client().query(`
    create table batch (id int primary key);
    select audit.track('batch');
    create procedure in_batches() language plpgsql as $$
    begin
      for n in 1..6 loop
        insert into batch values (n);
        if n % 2 = 0 then rollback; else commit; end if;
      end loop;
    end $$`);
  await client().query('call in_batches()');
  expect(await changes(client(), 'batch')).toEqual([
    'I 1 {"id": 1}',
    'I 3 {"id": 3}',
    'I 5 {"id": 5}',
  ]);
  expect(
    await value(
      client(),
      `select count(distinct transaction_id)::int from audit.data_op_log where table_name = 'batch'`,
    ),
  ).toBe(3);
});

test('a prepared transaction is recorded when it is committed, and not when it is rolled back', async ({
  skip,
}) => {
  const allowed = await value<string>(client(), 'show max_prepared_transactions');
  skip(allowed === '0', `${testServer().kind} server without prepared transactions`);
  await client().query(`
    create table promised (id int primary key);
    select audit.track('promised')`);
  const other = await database().connect();
  await other.query(`begin; insert into promised values (1); prepare transaction 'audit kept'`);
  await other.query(`begin; insert into promised values (2); prepare transaction 'audit dropped'`);
  expect(await changes(client(), 'promised')).toEqual([]);
  await client().query(`commit prepared 'audit kept'`);
  await client().query(`rollback prepared 'audit dropped'`);
  expect(await changes(client(), 'promised')).toEqual(['I 1 {"id": 1}']);
});
