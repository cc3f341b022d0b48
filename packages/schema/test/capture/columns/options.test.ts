import { expect, test } from 'vitest';
import { useAudited } from '../../support/audited.js';
import { changes } from '../../support/records.js';

const { client } = useAudited();

test('ignored columns are left out of diffs, and their change alone is no record', async () => {
  await client().query(`
    create table ignoring (id int primary key, qty int, seen int, doc jsonb);
    select audit.track('ignoring', ignored => '{seen,doc}');
    insert into ignoring values (1, 1, 1, '{}');
    update ignoring set seen = 2, doc = '[]';
    update ignoring set seen = 3, qty = 2;
    delete from ignoring`);
  expect(await changes(client(), 'ignoring')).toEqual([
    'I 1 {"id": 1, "doc": {}, "qty": 1, "seen": 1}',
    'U 1 qty: 1 -> 2',
    'D 1 {"id": 1, "doc": [], "qty": 2, "seen": 3}',
  ]);
});

test('only_columns are the only ones compared, the whole row is still recorded', async () => {
  await client().query(`
    create table choosing (id int primary key, qty int, seen int, doc jsonb);
    select audit.track('choosing', only_columns => '{qty,doc}');
    insert into choosing values (1, 1, 1, '1');
    update choosing set seen = 2;
    update choosing set seen = 3, qty = 2, doc = '2'`);
  expect(await changes(client(), 'choosing')).toEqual([
    'I 1 {"id": 1, "doc": 1, "qty": 1, "seen": 1}',
    'U 1 qty: 1 -> 2 json {"doc": {"content": "1 -> 2", "diffType": "other"}}',
  ]);
});

test('with no column at all to compare, updates are no record', async () => {
  await client().query(`
    create table nothing (id int primary key, qty int);
    select audit.track('nothing', key => '{}', only_columns => '{}');
    insert into nothing values (1, 1);
    update nothing set qty = 2`);
  expect(await changes(client(), 'nothing')).toEqual(['I - {"id": 1, "qty": 1}']);
});

test('calling track again replaces the options', async () => {
  await client().query(`
    create table again (id int primary key, qty int, seen int);
    select audit.track('again', ignored => '{seen}');
    insert into again values (1, 1, 1);
    update again set seen = 2;
    select audit.track('again', masked => '{qty}', key => '{}');
    update again set seen = 3, qty = 2;
    select audit.track('again');
    update again set qty = 3`);
  expect((await changes(client(), 'again')).slice(1)).toEqual([
    'U - qty: "***" -> "***", seen: 2 -> 3',
    'U 1 qty: 2 -> 3',
  ]);
});

test('after untrack nothing is recorded, and the history stays', async () => {
  await client().query(`
    create table left_alone (id int primary key);
    create table part_root (id int primary key) partition by list (id);
    create table part_rest partition of part_root default;
    select audit.track('left_alone', touch => false), audit.track('part_root');
    insert into left_alone values (1);
    insert into part_root values (1);
    select audit.untrack('left_alone'), audit.untrack('part_root');
    insert into left_alone values (2);
    update left_alone set id = id + 10;
    truncate left_alone;
    insert into part_rest values (2);
    truncate part_root`);
  expect(await changes(client(), 'left_alone')).toEqual(['I 1 {"id": 1}']);
  expect(await changes(client(), 'part_root')).toEqual(['I 1 {"id": 1}']);
});

test('log_query => false records no query', async () => {
  await client().query(`
    create table discreet (id int primary key);
    select audit.track('discreet', log_query => false);
    insert into discreet values (1);
    truncate discreet`);
  const { rows } = await client().query(
    `select client_query from audit.data_op_log where table_name = 'discreet'`,
  );
  expect(rows).toEqual([{ client_query: null }, { client_query: null }]);
});

test("an application's own trigger keeps running, whatever its name", async () => {
  await client().query(`
    create table owned (id int primary key);
    create table ran (name text);
    create function run() returns trigger language plpgsql as $$
    begin
      insert into ran values (tg_name);
      return null;
    end $$;
    create trigger audit_insert after insert on owned for each statement execute function run()`);
  // Either the application's trigger goes on beside ours, or track refuses and changes nothing.
  await client()
    .query(`select audit.track('owned')`)
    .catch((error) =>
      expect(error).toMatchObject({ code: expect.stringMatching(/^UA/), hint: expect.anything() }),
    );
  await client().query('insert into owned values (1)');
  expect((await client().query('select name from ran')).rows).toEqual([{ name: 'audit_insert' }]);
});
