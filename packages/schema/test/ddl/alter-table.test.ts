import { expect, test } from 'vitest';
import { describeModes, problems } from '../support/modes.js';
import { changes, texts, value } from '../support/records.js';

describeModes('ALTER TABLE on a tracked table', ({ client, capture }) => {
  test('the mode is named in audit.tracked', async () => {
    await client().query(`create table named (id int primary key); select audit.track('named')`);
    expect(
      await value(client(), `select capture from audit.tracked where table_name = 'named'`),
    ).toBe(capture);
  });

  test('an added column is recorded from the next statement on', async () => {
    await client().query(`
      create table added (id int primary key, qty int);
      select audit.track('added');
      insert into added values (1, 1);
      alter table added add column note text;
      insert into added values (2, 2, 'n');
      update added set note = 'new' where id = 1;
      delete from added where id = 2`);
    expect(await changes(client(), 'added')).toEqual([
      'I 1 {"id": 1, "qty": 1}',
      'I 2 {"id": 2, "qty": 2, "note": "n"}',
      'U 1 note: null -> "new"',
      'D 2 {"id": 2, "qty": 2, "note": "n"}',
    ]);
  });

  test('a column added with a default shows it in the rows that were there, without a record of its own', async () => {
    await client().query(`
      create table defaulted (id int primary key);
      select audit.track('defaulted');
      insert into defaulted values (1);
      alter table defaulted add column state text not null default 'open', add column at timestamptz default now();
      update defaulted set state = 'shut', at = at;
      alter table defaulted alter state set default 'new', alter at drop default;
      insert into defaulted values (2)`);
    expect(await changes(client(), 'defaulted')).toEqual([
      'I 1 {"id": 1}',
      'U 1 state: "open" -> "shut"',
      'I 2 {"at": null, "id": 2, "state": "new"}',
    ]);
  });

  test('a dropped column is gone from the next statement on', async () => {
    await client().query(`
      create table dropped (id int primary key, qty int, note text);
      select audit.track('dropped');
      insert into dropped values (1, 1, 'a');
      alter table dropped drop column note;
      update dropped set qty = 2;
      delete from dropped`);
    expect((await changes(client(), 'dropped')).slice(1)).toEqual([
      'U 1 qty: 1 -> 2',
      'D 1 {"id": 1, "qty": 2}',
    ]);
  });

  test('a column dropped and added again under its name is a new column', async () => {
    await client().query(`
      create table again (id int primary key, note text);
      select audit.track('again');
      insert into again values (1, 'a');
      alter table again drop column note, add column other int;
      alter table again add column note numeric;
      update again set note = 1.50, other = 2`);
    expect((await changes(client(), 'again')).slice(1)).toEqual([
      'U 1 note: null -> 1.50, other: null -> 2',
    ]);
  });

  test('a renamed column stands under its new name', async () => {
    await client().query(`
      create table renamed (id int primary key, qty int);
      select audit.track('renamed');
      insert into renamed values (1, 1);
      alter table renamed rename column qty to amount;
      update renamed set amount = 2;
      delete from renamed`);
    expect((await changes(client(), 'renamed')).slice(1)).toEqual([
      'U 1 amount: 1 -> 2',
      'D 1 {"id": 1, "amount": 2}',
    ]);
  });

  test('a column of another type is compared and written as that type', async () => {
    await client().query(`
      create table retyped (id int primary key, v int, doc text);
      select audit.track('retyped');
      insert into retyped values (1, 1, '[1]');
      alter table retyped alter v type numeric using v + 0.10, alter doc type jsonb using doc::jsonb;
      update retyped set v = 1.100, doc = '[1, 2]';
      alter table retyped alter v type text, alter doc type int[] using '{1,2}';
      update retyped set v = 'x', doc = '{2}';
      alter table retyped alter doc type text using 'plain';
      update retyped set doc = 'simple'`);
    expect((await changes(client(), 'retyped')).slice(1)).toEqual([
      'U 1 v: 1.10 -> 1.100 json {"doc": {"content": "[1] -> [1, 2]", "diffType": "other"}}',
      'U 1 v: "1.100" -> "x" json {"doc": {"diffType": "array", "newItems": [], "removedItems": [1]}}',
      'U 1 doc: "plain" -> "simple"',
    ]);
  });

  test('a column of another collation is compared as that collation does not', async () => {
    await client().query(`
      create collation careless (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
      create table collated (id int primary key, name text);
      select audit.track('collated');
      insert into collated values (1, 'a');
      alter table collated alter name type text collate careless;
      update collated set name = 'A'`);
    expect((await changes(client(), 'collated')).slice(1)).toEqual(['U 1 name: "a" -> "A"']);
  });

  test('a generated column that is added is recorded with what it is made of', async () => {
    await client().query(`
      create table generated (id int primary key, qty int);
      select audit.track('generated');
      insert into generated values (1, 1);
      alter table generated add column twice int generated always as (qty * 2) stored;
      update generated set qty = 2;
      alter table generated alter twice drop expression;
      update generated set qty = 3, twice = 0;
      insert into generated values (2, 2, 2)`);
    expect((await changes(client(), 'generated')).slice(1)).toEqual([
      'U 1 qty: 1 -> 2, twice: 2 -> 4',
      'U 1 qty: 2 -> 3, twice: 4 -> 0',
      'I 2 {"id": 2, "qty": 2, "twice": 2}',
    ]);
  });

  test('a renamed table, one moved to another schema and a renamed schema stand under their new names', async () => {
    await client().query(`
      create schema first;
      create table first.goods (id int primary key);
      select audit.track('first.goods');
      insert into first.goods values (1);
      alter table first.goods rename to wares;
      insert into first.wares values (2);
      create schema second;
      alter table first.wares set schema second;
      insert into second.wares values (3);
      alter schema second rename to third;
      insert into third.wares values (4);
      truncate third.wares`);
    const names = `concat_ws(' ', schema_name, table_name, data_id, action)`;
    expect(await texts(client(), 'goods', names)).toEqual(['first goods 1 I']);
    expect(await texts(client(), 'wares', names)).toEqual([
      'first wares 2 I',
      'second wares 3 I',
      'third wares 4 I',
      'third wares T',
    ]);
    const { rows } = await client().query(`
      select count(distinct relid)::int as relids, bool_and(relid = 'third.wares'::regclass) as same
      from audit.data_op_log where table_name in ('goods', 'wares')`);
    expect(rows).toEqual([{ relids: 1, same: true }]);
  });

  test('many changes in one command and many commands in one migration', async () => {
    await client().query(`
      create table busy (id int primary key, a int, b int, c int);
      select audit.track('busy');
      insert into busy values (1, 1, 1, 1)`);
    await client().query(`
      begin;
      alter table busy add d int default 4, drop a, alter b type text using 'b';
      update busy set d = 5;
      alter table busy rename b to bb;
      alter table busy add constraint positive check (c > 0), alter c set not null;
      update busy set bb = 'bb', c = 2;
      alter table busy rename to busier;
      alter table busier drop d;
      update busier set c = 3;
      commit`);
    expect((await changes(client(), 'busy')).slice(1)).toEqual([
      'U 1 d: 4 -> 5',
      'U 1 bb: "b" -> "bb", c: 1 -> 2',
    ]);
    expect(await changes(client(), 'busier')).toEqual(['U 1 c: 2 -> 3']);
  });

  test('changes that leave the columns alone leave the capture alone', async () => {
    await client().query(`
      create table still (id int primary key, qty int not null);
      select audit.track('still')`);
    const before = await value(
      client(),
      `select xmin::text from pg_proc where proname = '_capture_' ||
      (select id from audit.tracked_table where relid = 'still'::regclass) || '_update'`,
    );
    await client().query(`
      alter table still set (fillfactor = 50);
      alter table still alter qty set default 0, alter qty set statistics 10;
      alter table still add constraint sane check (qty >= 0) not valid;
      alter table still validate constraint sane;
      alter table still replica identity full;
      create index on still (qty);
      insert into still values (1)`);
    expect(
      await value(
        client(),
        `select xmin::text from pg_proc where proname = '_capture_' ||
      (select id from audit.tracked_table where relid = 'still'::regclass) || '_update'`,
      ),
    ).toBe(before);
    expect(await changes(client(), 'still')).toEqual(['I 1 {"id": 1, "qty": 0}']);
    expect(await problems(client(), 'still')).toEqual([]);
  });

  test('a table without any column left is still recorded', async () => {
    await client().query(`
      create table empty (id int primary key);
      select audit.track('empty');
      alter table empty drop id;
      insert into empty default values;
      delete from empty`);
    expect(await changes(client(), 'empty')).toEqual(['I - {}', 'D - {}']);
  });
});
