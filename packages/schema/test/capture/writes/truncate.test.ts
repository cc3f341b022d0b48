import { expect, test } from 'vitest';
import { useAudited } from '../../support/audited.js';
import { changes, texts, value } from '../../support/records.js';

const { client } = useAudited();

test('is one record of the statement, without rows', async () => {
  await client().query(`
    create table emptied (id int primary key);
    select audit.track('emptied');
    insert into emptied values (1), (2)`);
  await client().query('truncate emptied');
  await client().query('truncate emptied');
  expect((await changes(client(), 'emptied')).slice(2)).toEqual(['T', 'T']);
  const { rows } = await client().query(`
    select data_id, raw_data, diff, json_diff, modified_at, schema_name, table_name,
           relid = 'emptied'::regclass as relid, statement_only, client_query,
           transaction_id is not null and statement_id is not null as numbered
    from audit.data_op_log where table_name = 'emptied' and action = 'T' limit 1`);
  expect(rows).toEqual([
    {
      data_id: null,
      raw_data: null,
      diff: null,
      json_diff: null,
      modified_at: null,
      schema_name: 'public',
      table_name: 'emptied',
      relid: true,
      statement_only: true,
      client_query: 'truncate emptied',
      numbered: true,
    },
  ]);
  expect(await texts(client(), 'emptied', 'statement_only')).toEqual([
    'false',
    'false',
    'true',
    'true',
  ]);
});

test('of several tables is a record of each that is tracked', async () => {
  await client().query(`
    create table one (id int primary key);
    create table two (id int primary key);
    create table untracked (id int primary key);
    select audit.track('one'), audit.track('two');
    truncate one, untracked, two`);
  expect(await changes(client(), 'one')).toEqual(['T']);
  expect(await changes(client(), 'two')).toEqual(['T']);
});

test('CASCADE records the tables that it reaches', async () => {
  await client().query(`
    create table parent (id int primary key);
    create table child (id int primary key, parent int references parent);
    select audit.track('parent'), audit.track('child');
    truncate parent cascade`);
  expect(await changes(client(), 'parent')).toEqual(['T']);
  expect(await changes(client(), 'child')).toEqual(['T']);
});

test('RESTART IDENTITY and ONLY', async () => {
  await client().query(`
    create table numbered (id int generated always as identity primary key);
    select audit.track('numbered');
    insert into numbered default values;
    truncate only numbered restart identity;
    insert into numbered default values`);
  expect(await changes(client(), 'numbered')).toEqual(['I 1 {"id": 1}', 'T', 'I 1 {"id": 1}']);
});

test('has the context', async () => {
  await client().query(`
    create table meant (id int primary key);
    select audit.track('meant');
    begin;
    select audit.set_context('purge', 'year end', 'r1', '{"actor": "clerk"}');
    truncate meant;
    commit`);
  expect(
    await texts(client(), 'meant', `concat_ws('|', op_type, op_note, revision_id, op_meta)`),
  ).toEqual(['purge|year end|r1|{"actor": "clerk"}']);
});

test('in a function, and again by a trigger of the application', async () => {
  await client().query(`
    create table outer_table (id int primary key);
    create table inner_table (id int primary key);
    select audit.track('outer_table'), audit.track('inner_table');
    create function also() returns trigger language plpgsql as 'begin truncate inner_table; return null; end';
    create trigger also after truncate on outer_table for each statement execute function also();
    do 'begin truncate outer_table; truncate inner_table; end'`);
  expect(await changes(client(), 'outer_table')).toEqual(['T']);
  expect(await changes(client(), 'inner_table')).toEqual(['T', 'T']);
  expect(
    await value(
      client(),
      `select count(distinct statement_id)::int from audit.data_op_log where table_name = 'inner_table'`,
    ),
  ).toBe(2);
});

test('a long query stands whole on its record', async () => {
  await client().query(`create table worded (id int primary key); select audit.track('worded')`);
  const query = `truncate worded /* ${'word '.repeat(1000)}*/`;
  await client().query(query);
  expect(await texts(client(), 'worded', 'client_query')).toEqual([query]);
});
