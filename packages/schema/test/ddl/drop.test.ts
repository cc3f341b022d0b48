import { expect, test } from 'vitest';
import { describeModes, problems } from '../support/modes.js';
import { changes, counts, value } from '../support/records.js';

describeModes('dropping and recreating', ({ client, mode }) => {
  test('a table made again under its old name is not tracked: it is another table', async () => {
    await client().query(`
      create table again (id int primary key);
      select audit.track('again');
      insert into again values (1);
      drop table again;
      create table again (id int primary key);
      insert into again values (2)`);
    expect(await counts(client(), 'again')).toEqual({ I: 1 });
    await client().query(`select audit.track('again'); insert into again values (3)`);
    expect(await counts(client(), 'again')).toEqual({ I: 2 });
  });

  test('a swap of names: each table goes on under the name that it has', async () => {
    await client().query(`
      create table orders (id int primary key, qty int);
      select audit.track('orders');
      insert into orders values (1, 1);
      create table orders_new (id int primary key, qty bigint, note text);
      insert into orders_new select id, qty from orders;
      begin;
      alter table orders rename to orders_old;
      alter table orders_new rename to orders;
      commit;
      insert into orders values (2, 2);
      update orders_old set qty = 9`);
    // The new table has to be declared; the old one is still recorded, as what it is called now.
    expect(await changes(client(), 'orders')).toEqual(['I 1 {"id": 1, "qty": 1}']);
    expect(await changes(client(), 'orders_old')).toEqual(['U 1 qty: 1 -> 9']);
    await client().query(`select audit.track('orders'); insert into orders values (3, 3)`);
    expect((await changes(client(), 'orders')).slice(1)).toEqual([
      'I 3 {"id": 3, "qty": 3, "note": null}',
    ]);
  });

  test('the record of a table that is gone stays', async () => {
    await client().query(`
      create table brief (id int primary key);
      select audit.track('brief');
      insert into brief values (1);
      truncate brief;
      drop table brief`);
    expect(await changes(client(), 'brief')).toEqual(['I 1 {"id": 1}', 'T']);
    if (mode === 'statement') return;
    // Nobody tells that it is gone: the declaration says so and can be dropped by its number.
    const { rows } = await client().query(`
      select relid, problems from audit.tracked as t where not exists (select from pg_class as c where c.oid = t.relid) order by relid desc limit 1`);
    expect(rows[0].problems).toEqual([
      `the table with OID ${rows[0].relid} is gone; its declaration can be dropped with audit.untrack(${rows[0].relid})`,
    ]);
    await client().query(`select audit.untrack(${rows[0].relid})`);
    expect(
      await value(
        client(),
        `select count(*)::int from audit.tracked where relid = ${rows[0].relid}`,
      ),
    ).toBe(0);
  });
});

describeModes(
  'event triggers see a drop',
  ({ client }) => {
    const left = () =>
      value<number>(
        client(),
        `select (select count(*) from audit.tracked_table)::int + (select count(*) from pg_proc where proname ~ '^_capture_\\d')::int`,
      );

    test.for([
      ['DROP TABLE', 'drop table first.a, first.b'],
      [
        'DROP TABLE … CASCADE with a view and a foreign key on it',
        'drop table first.a, first.b cascade',
      ],
      ['DROP SCHEMA … CASCADE', 'drop schema first cascade'],
    ] as const)(
      '%s forgets the declarations and leaves no function behind',
      async ([, command]) => {
        await client().query(`
        create schema if not exists first;
        create table first.a (id int primary key, modified_at timestamptz);
        create table first.b (id int, region int, primary key (id, region)) partition by list (region);
        create table first.b_1 partition of first.b for values in (1);
        select audit.track('first.a', touch => true), audit.track('first.b')`);
        if (command.includes('cascade')) {
          await client().query(`
          create table outside (a int references first.a);
          create view seen as select * from first.a`);
        }
        await client().query(command);
        expect(await left()).toBe(0);
        await client().query('drop table if exists outside');
      },
    );

    test('tells the migration that drops the table so, and nothing else', async () => {
      await client().query(`
        create table rebuilt (id int primary key, modified_at timestamptz);
        select audit.track('rebuilt', masked => '{modified_at}', touch => false, row_log => true)`);
      const notices: string[] = [];
      const heard = ({ message }: { message?: string }) => notices.push(String(message));
      client().on('notice', heard);
      await client().query('drop table rebuilt');
      client().off('notice', heard);
      expect(notices).toEqual([
        'public.rebuilt is no longer recorded: it was dropped, and its history stays',
      ]);
    });

    test('rolled back, nothing is forgotten', async () => {
      await client().query(`create table kept (id int primary key); select audit.track('kept')`);
      await client().query('begin; drop table kept; rollback; insert into kept values (1)');
      expect(await changes(client(), 'kept')).toEqual(['I 1 {"id": 1}']);
      expect(await problems(client(), 'kept')).toEqual([]);
      await client().query('drop table kept');
    });

    test('everything that a role owns', async () => {
      await client().query(`
        create role leaver; grant all on schema public to leaver; set role leaver;
        create table theirs (id int primary key); reset role;
        select audit.track('theirs');
        drop owned by leaver; drop role leaver`);
      expect(await left()).toBe(0);
    });
  },
  ['statement'],
);
