import { expect, test } from 'vitest';
import { install } from '../../src/index.js';
import { driverOver } from '../support/driver.js';
import { describeModes, problems } from '../support/modes.js';
import { changes, texts, value } from '../support/records.js';

describeModes('renaming a masked column', ({ client }) => {
  test('it stays masked', async () => {
    await client().query(`
      create table person (id int primary key, secret text, doc jsonb);
      select audit.track('person', masked => '{secret,doc}');
      insert into person values (1, 'hidden', '{"a": "hidden"}');
      alter table person rename secret to pass;
      alter table person rename doc to papers;
      update person set pass = 'hidden too', papers = '{"a": "hidden too"}';
      insert into person values (2, 'hidden', null);
      delete from person where id = 1`);
    expect((await changes(client(), 'person')).join('\n')).not.toContain('hidden');
    expect((await texts(client(), 'person', 'to_jsonb(data_op_log.*)')).join('\n')).not.toContain(
      'hidden',
    );
    expect((await changes(client(), 'person')).at(2)).toMatch(/^I 2 .*"pass": "\*\*\*"/);
  });

  test('it stays masked when its old name goes to another column', async () => {
    await client().query(`
      create table swapped (id int primary key, secret text);
      select audit.track('swapped', masked => '{secret}');
      alter table swapped rename secret to pass;
      alter table swapped add secret text;
      insert into swapped values (1, 'hidden', 'not meant to be')`);
    expect((await changes(client(), 'swapped')).join('\n')).not.toContain('hidden');
  });
});

describeModes('the declaration follows a rename', ({ client, mode }) => {
  test('key, ignored, JSON, modified_at, modified_by and touch follow', async () => {
    await client().query(`
        create table followed (id int primary key, noise int, doc jsonb, at timestamptz, who text, qty int);
        select audit.track('followed', ignored => '{noise}', json_columns => '{"doc": "object"}',
          modified_at => 'at', modified_by => 'who');
        insert into followed values (1, 1, '{"a": 1}', '2024-01-01Z', 'clerk', 1);
        alter table followed rename id to no;
        alter table followed rename noise to din;
        alter table followed rename doc to paper;
        alter table followed rename at to "When";
        alter table followed rename who to "By";
        update followed set din = 2;
        update followed set paper = '{"a": 2}'`);
    expect((await changes(client(), 'followed')).slice(1)).toEqual([
      'U 1 json {"paper": {"a": "1 -> 2", "diffType": "object"}}',
    ]);
    expect(
      await texts(client(), 'followed', `concat_ws(' ', modified_by, modified_at is not null)`),
    ).toEqual(['clerk t', 'clerk t']);
    expect(await problems(client(), 'followed')).toEqual([]);
    if (mode !== 'statement') return;
    const { rows } = await client().query(`
        select key, ignored, json_columns, modified_at, modified_by, problems from audit.tracked where table_name = 'followed'`);
    expect(rows).toEqual([
      {
        key: ['no'],
        ignored: ['din'],
        json_columns: { paper: 'object' },
        modified_at: 'When',
        modified_by: 'By',
        problems: [],
      },
    ]);
  });

  test('only_columns follows', async () => {
    await client().query(`
        create table narrow (id int primary key, qty int, note text);
        select audit.track('narrow', only_columns => '{qty}');
        insert into narrow values (1, 1);
        alter table narrow rename qty to amount;
        update narrow set note = 'n';
        update narrow set amount = 2`);
    expect((await changes(client(), 'narrow')).slice(1)).toEqual(['U 1 amount: 1 -> 2']);
  });

  test('a chain of renames that ends in the old names of others follows each', async () => {
    await client().query(`
        create table chain (id int primary key, secret text, note text);
        select audit.track('chain', masked => '{secret}');
        begin;
        alter table chain rename secret to aside;
        alter table chain rename note to secret;
        alter table chain rename aside to note;
        commit;
        insert into chain values (1, 'hidden', 'open')`);
    expect(await changes(client(), 'chain')).toEqual([
      'I 1 {"id": 1, "note": "***", "secret": "open"}',
    ]);
  });

  test('a column renamed on the root of partitions, or on an inheritance parent', async () => {
    await client().query(`
        create table root (id int, region int, secret text, primary key (id, region)) partition by list (region);
        create table root_1 partition of root for values in (1);
        select audit.track('root', masked => '{secret}');
        alter table root rename secret to pass;
        insert into root values (1, 1, 'hidden');
        insert into root_1 values (2, 1, 'hidden');
        create table parent (id int primary key, secret text);
        create table child () inherits (parent);
        select audit.track('parent', masked => '{secret}');
        alter table parent rename secret to pass;
        insert into child values (1, 'hidden')`);
    expect(await changes(client(), 'root')).toEqual([
      'I 1∆1 {"id": 1, "pass": "***", "region": 1}',
      'I 2∆1 {"id": 2, "pass": "***", "region": 1}',
    ]);
    expect(await changes(client(), 'parent')).toEqual(['I 1 {"id": 1, "pass": "***"}']);
    expect(await problems(client(), 'root')).toEqual([]);
  });

  test('a column of a tracked child, renamed through its parent that is not tracked', async () => {
    await client().query(`
        create table untracked_parent (id int, secret text);
        create table tracked_child (primary key (id)) inherits (untracked_parent);
        select audit.track('tracked_child', masked => '{secret}');
        alter table untracked_parent rename secret to pass;
        insert into tracked_child values (1, 'hidden')`);
    expect(await changes(client(), 'tracked_child')).toEqual(['I 1 {"id": 1, "pass": "***"}']);
  });
});

describeModes(
  'with event triggers',
  ({ client }) => {
    test('audit.rename has a row for each rename, of columns, tables and schemas', async () => {
      await client().query(`
        create schema old;
        create table old.goods (id int primary key, qty int);
        select audit.track('old.goods');
        alter table old.goods rename qty to amount;
        alter table old.goods rename to wares;
        alter schema old rename to new;
        alter table new.wares set schema public`);
      const { rows } = await client().query(`
        select concat_ws(' ', schema_name, table_name, column_name, '->', new_schema_name, new_table_name, new_column_name) as text
        from audit.rename where 'wares' in (table_name, new_table_name) or table_name = 'goods' order by id`);
      expect(rows.map(({ text }) => text)).toEqual([
        'old goods qty -> old goods amount',
        'old goods -> old wares',
        'old wares -> new wares',
        'new wares -> public wares',
      ]);
    });

    test('the column that touch sets follows', async () => {
      await client().query(`
        create table touched (id int primary key, modified_at timestamptz);
        select audit.track('touched', touch => true);
        alter table touched rename modified_at to changed_at;
        insert into touched values (1)`);
      expect(await texts(client(), 'touched', 'modified_at is not null')).toEqual(['true']);
    });
  },
  ['statement'],
);

describeModes(
  'without event triggers',
  ({ client, database }) => {
    test('the column that touch sets is no longer set after a rename, until track is called again', async () => {
      await client().query(`
        create table touched (id int primary key, modified_at timestamptz);
        select audit.track('touched', touch => true);
        alter table touched rename modified_at to changed_at;
        insert into touched values (1);
        select audit.track('touched', modified_at => 'changed_at', touch => true);
        insert into touched values (2)`);
      expect(await texts(client(), 'touched', 'modified_at is not null')).toEqual([
        'false',
        'true',
      ]);
    });

    test('noting a rename never lets a write wait or fail: another one will do it', async () => {
      await client().query(`
        create table held (id int primary key);
        select audit.track('held');
        alter table held rename to kept`);
      const holder = await database().connect();
      await holder.query(
        `begin; select from audit.tracked_table where relid = 'kept'::regclass for update`,
      );
      await client().query(`
        begin; set local lock_timeout = '1ms'; set local statement_timeout = '20s';
        insert into kept values (1); commit`);
      const noted = () =>
        value(client(), `select count(*)::int from audit.rename where new_table_name = 'kept'`);
      expect(await noted()).toBe(0);
      await holder.query('rollback');
      expect(
        await value(
          client(),
          `select bool_or(table_name = 'held') from audit.names_of('kept', 'public')`,
        ),
      ).toBe(true);

      // In a snapshot of before, the row can't be changed any more.
      await holder.query('begin isolation level repeatable read; select');
      await client().query('update audit.tracked_table set tracked_since = now()');
      await holder.query('insert into kept values (2); commit');
      expect(await noted()).toBe(0);
      await client().query('insert into kept values (3)');
      expect(await noted()).toBe(1);
      expect(await changes(client(), 'kept')).toEqual([
        'I 1 {"id": 1}',
        'I 2 {"id": 2}',
        'I 3 {"id": 3}',
      ]);
      await holder.end();
    });

    test('audit.rename has a renamed table from the next write on', async () => {
      await client().query(`
        create table before (id int primary key);
        select audit.track('before');
        alter table before rename to after;
        insert into after values (1)`);
      expect(await changes(client(), 'after')).toEqual(['I 1 {"id": 1}']);
      const { rows } = await client().query(
        `select table_name, new_table_name from audit.rename where table_name = 'before'`,
      );
      expect(rows).toEqual([{ table_name: 'before', new_table_name: 'after' }]);
    });

    test('an install that can make them takes over what the capture has followed', async () => {
      await client().query(`
        create table taken (id int primary key, secret text, note text);
        select audit.track('taken', masked => '{secret}');
        alter table taken rename id to no;
        alter table taken rename secret to aside;
        alter table taken rename note to secret;
        alter table taken rename aside to note`);
      await install(driverOver(client()));
      await client().query(`insert into taken values (1, 'hidden', 'open')`);
      expect(await changes(client(), 'taken')).toEqual([
        'I 1 {"no": 1, "note": "***", "secret": "open"}',
      ]);
      expect(await problems(client(), 'taken')).toEqual([]);
      expect(
        await value(client(), `select capture from audit.tracked where table_name = 'taken'`),
      ).toBe('statement');
      const { rows } = await client().query(`
        select column_name || ' -> ' || new_column_name as text from audit.rename where table_name = 'taken' order by id`);
      expect(rows.map(({ text }) => text)).toEqual([
        'id -> no',
        'note -> secret',
        'secret -> note',
      ]);
    });
  },
  ['agnostic'],
);
