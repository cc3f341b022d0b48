import { expect, test } from 'vitest';
import { useAudited } from '../../support/audited.js';
import { changes, texts } from '../../support/records.js';

const { client } = useAudited();

test('statements in a function are recorded one by one', async () => {
  await client().query(`
    create table account (id int primary key, qty int);
    select audit.track('account');
    insert into account values (1, 10), (2, 10);
    create function transfer(amount int) returns void language plpgsql as $$
    begin
      update account set qty = qty - amount where id = 1;
      update account set qty = qty + amount where id = 2;
      update account set qty = qty where id = 2;
    end $$;
    select transfer(3)`);
  expect((await changes(client(), 'account')).slice(2)).toEqual([
    'U 1 qty: 10 -> 7',
    'U 2 qty: 10 -> 13',
  ]);
  const statements = await texts(client(), 'account', 'statement_id');
  expect(new Set(statements.slice(2)).size).toBe(2);
});

test("a table that an application's own triggers write is recorded too", async () => {
  await client().query(`
    create table item (id int primary key, qty int);
    create table total (id int primary key, qty int);
    select audit.track('item'), audit.track('total');
    insert into total values (1, 0);
    create function count_items() returns trigger language plpgsql as $$
    begin
      update total set qty = qty + new.qty;
      return null;
    end $$;
    create trigger each_item after insert on item for each row execute function count_items();
    insert into item values (1, 1), (2, 2)`);
  expect(await changes(client(), 'item')).toEqual([
    'I 1 {"id": 1, "qty": 1}',
    'I 2 {"id": 2, "qty": 2}',
  ]);
  expect((await changes(client(), 'total')).slice(1)).toEqual([
    'U 1 qty: 0 -> 1',
    'U 1 qty: 1 -> 3',
  ]);
});

test('what BEFORE triggers change is what is recorded, and rows that they refuse are not', async () => {
  await client().query(`
    create table shaped (id int primary key, name text);
    select audit.track('shaped');
    create function shape() returns trigger language plpgsql as $$
    begin
      if new.name = 'refused' then return null; end if;
      new.name := upper(new.name);
      return new;
    end $$;
    create trigger shape before insert or update on shaped for each row execute function shape();
    insert into shaped values (1, 'a'), (2, 'refused');
    update shaped set name = 'b';
    update shaped set name = 'refused'`);
  expect(await changes(client(), 'shaped')).toEqual([
    'I 1 {"id": 1, "name": "A"}',
    'U 1 name: "A" -> "B"',
  ]);
});

test('a trigger that writes its own table records each change once', async () => {
  await client().query(`
    create table counted (id int primary key, qty int, version int default 0);
    select audit.track('counted');
    create function next_version() returns trigger language plpgsql as $$
    begin
      update counted set version = version + 1 where id = new.id;
      return null;
    end $$;
    create trigger next_version after update of qty on counted
      for each row execute function next_version();
    insert into counted values (1, 1);
    update counted set qty = 2`);
  expect((await changes(client(), 'counted')).slice(1).sort()).toEqual([
    'U 1 qty: 1 -> 2',
    'U 1 version: 0 -> 1',
  ]);
});

test('a security definer function of the application is recorded under the caller', async () => {
  await client().query(`
    create table served (id int primary key);
    select audit.track('served');
    create function serve(n int) returns void language sql security definer as 'insert into served values (n)';
    select serve(1)`);
  const user = (await client().query('select session_user as name')).rows[0].name;
  expect(await texts(client(), 'served', 'role_name')).toEqual([user]);
});

test('a deferred constraint trigger that writes is recorded when it runs', async () => {
  await client().query(`
    create table first_table (id int primary key);
    create table at_commit (id int primary key);
    select audit.track('at_commit');
    create function write_late() returns trigger language plpgsql as $$
    begin
      insert into at_commit values (new.id);
      return null;
    end $$;
    create constraint trigger write_late after insert on first_table
      deferrable initially deferred for each row execute function write_late();
    begin`);
  await client().query('insert into first_table values (1)');
  expect(await changes(client(), 'at_commit')).toEqual([]);
  await client().query('commit');
  expect(await changes(client(), 'at_commit')).toEqual(['I 1 {"id": 1}']);
});
