import { useDatabase } from '@audit/test-db';
import { expect, test } from 'vitest';
import { install, status, uninstall } from '../../src/index.js';
import { driverOver } from '../support/driver.js';
import { describeModes, problems } from '../support/modes.js';
import { value } from '../support/records.js';
import { logged } from './support/logged.js';

describeModes('the life of a log table', ({ client, mode }) => {
  const tables = async (like: string) =>
    (
      await client().query<{ name: string }>(
        `select relname as name from pg_class where relnamespace = 'audit_log'::regnamespace and relkind = 'r' and relname like $1 order by 1`,
        [like],
      )
    ).rows.map(({ name }) => name);

  test('declaring again keeps it; without row_log it ends; with it again the old one gets a suffix', async () => {
    await client().query(`
      create table lived (id int primary key);
      select audit.track('lived', row_log => true);
      insert into lived values (1);
      select audit.track('lived', row_log => true, log_query => false);
      insert into lived values (2)`);
    expect(await logged(client(), 'public_lived_log', 'id')).toHaveLength(2);
    expect(
      await value(client(), `select row_log from audit.tracked where table_name = 'lived'`),
    ).toBe(true);

    await client().query(
      `select audit.track('lived'); insert into lived values (3); truncate lived`,
    );
    expect(await logged(client(), 'public_lived_log', 'id')).toHaveLength(2);
    expect(
      await value(client(), `select row_log from audit.tracked where table_name = 'lived'`),
    ).toBe(false);

    await client().query(
      `select audit.track('lived', row_log => true); insert into lived values (4)`,
    );
    expect(await tables('%lived%')).toEqual(['public_lived_log', 'public_lived_log_1']);
    expect(await logged(client(), 'public_lived_log', 'id')).toEqual(['1 INS NEW 4']);
    expect(await logged(client(), 'public_lived_log_1', 'id')).toHaveLength(2);

    await client().query(`select audit.untrack('lived'); insert into lived values (5)`);
    await client().query(`select audit.track('lived', row_log => true)`);
    expect(await tables('%lived%')).toEqual([
      'public_lived_log',
      'public_lived_log_1',
      'public_lived_log_2',
    ]);
    expect(await problems(client(), 'lived')).toEqual([]);
  });

  test('rebuild_row_log begins another, and refuses where there is none', async () => {
    await client().query(`
      create table rebuilt (id int primary key);
      select audit.track('rebuilt', row_log => true);
      insert into rebuilt values (1)`);
    expect(await value(client(), `select audit.rebuild_row_log('rebuilt')::text`)).toBe(
      'audit_log.public_rebuilt_log',
    );
    await client().query('insert into rebuilt values (2)');
    expect(await logged(client(), 'public_rebuilt_log', 'id')).toEqual(['1 INS NEW 2']);
    expect(await logged(client(), 'public_rebuilt_log_1', 'id')).toEqual(['1 INS NEW 1']);
    await client().query('create table unlogged_yet (id int primary key)');
    await expect(
      client().query(`select audit.rebuild_row_log('unlogged_yet')`),
    ).rejects.toMatchObject({ code: 'UA044' });
  });

  test('names that would be the same or too long are told apart', async () => {
    const long = 'a'.repeat(60);
    await client().query(`
      create schema one; create schema one_two;
      create table one_two.three (id int primary key); create table one.two_three (id int primary key);
      create table "${long}" (id int primary key); create table "${long}b" (id int primary key);
      create table "schräg ""x""" (id int primary key);
      select audit.track(t, row_log => true) from unnest(array['one_two.three', 'one.two_three', '${long}', '${long}b', '"schräg ""x"""']::regclass[]) as t;
      insert into one_two.three values (1); insert into one.two_three values (2);
      insert into "${long}" values (3); insert into "${long}b" values (4); insert into "schräg ""x""" values (5)`);
    const { rows } = await client().query<{ name: string; table_name: string }>(
      `select log_table::text as name, table_name from audit.row_log where schema_name like 'one%' or table_name ~ '^(a{60}|schr)' order by id`,
    );
    expect(rows.map(({ name }) => name)).toEqual([
      'audit_log.one_two_three_log',
      expect.stringMatching(/^audit_log\.one_two_three_[0-9a-f]{8}_log$/),
      expect.stringMatching(/^audit_log\.public_a{43}_[0-9a-f]{8}_log$/),
      expect.stringMatching(/^audit_log\.public_a{43}_[0-9a-f]{8}_log$/),
      'audit_log."public_schräg ""x""_log"',
    ]);
    for (const [index, { name }] of rows.entries()) {
      expect(await value(client(), `select id from ${name}`)).toBe(index + 1);
    }
  });

  test('is append-only', async () => {
    await client().query(`
      create table firm (id int primary key);
      select audit.track('firm', row_log => true); insert into firm values (1)`);
    for (const statement of ['delete from', 'truncate', 'update']) {
      const rest = statement === 'update' ? 'set id = 2' : '';
      await expect(
        client().query(`${statement} audit_log.public_firm_log ${rest}`),
      ).rejects.toMatchObject({ code: 'UA014' });
    }
  });

  test('is not tracked itself', async () => {
    await client().query(`
      create table tracked_once (id int primary key);
      select audit.track('tracked_once', row_log => true)`);
    await expect(
      client().query(`select audit.track('audit_log.public_tracked_once_log')`),
    ).rejects.toMatchObject({ code: 'UA004' });
  });

  test('dropping the log table ends it with a warning, or at the next declaration', async () => {
    await client().query(`
      create table lost (id int primary key);
      select audit.track('lost', row_log => true);
      insert into lost values (1);
      drop table audit_log.public_lost_log;
      insert into lost values (2); update lost set id = 3 where id = 2; truncate lost`);
    expect(await problems(client(), 'lost')).toEqual([
      'its log table is gone; call audit.track again, with row_log for a new one',
    ]);
    await client().query(
      `select audit.track('lost', row_log => true); insert into lost values (4)`,
    );
    expect(await logged(client(), 'public_lost_log', 'id')).toEqual(['1 INS NEW 4']);
  });

  test('dropping the table keeps its log table', async () => {
    await client().query(`
      create table dropped (id int primary key);
      select audit.track('dropped', row_log => true);
      insert into dropped values (1);
      drop table dropped;
      create table dropped (id int primary key, note text)`);
    if (mode !== 'statement') {
      await client().query(
        `select audit.untrack(relid) from audit.tracked where schema_name = '?'`,
      );
    }
    await client().query(
      `select audit.track('dropped', row_log => true); insert into dropped values (2)`,
    );
    expect(await logged(client(), 'public_dropped_log', 'id')).toEqual(['1 INS NEW 2']);
    expect(await logged(client(), 'public_dropped_log_1', 'id')).toEqual(['1 INS NEW 1']);
  });

  test('changes_log reads all of them, in the order of the changes', async () => {
    const before = await value<number>(client(), 'select count(*)::int from audit.changes_log');
    await client().query(`
      create table said_a (id int primary key, note text);
      create table said_b (id int primary key);
      select audit.track('said_a', row_log => true), audit.track('said_b', row_log => true);
      insert into said_a values (1, 'x, y');
      insert into said_b values (7);
      update said_a set note = null;
      delete from said_b;
      truncate said_a`);
    const { rows } = await client().query('select * from audit.changes_log offset $1', [before]);
    expect(rows).toEqual([
      { operation: 'INSERT', changed_data: '(1,"x, y")' },
      { operation: 'INSERT', changed_data: '(7)' },
      { operation: 'UPDATE', changed_data: '(1,)' },
      { operation: 'DELETE', changed_data: '(7)' },
      { operation: 'TRUNCATE', changed_data: '(1,)' },
      { operation: 'TRUNCATE', changed_data: null },
    ]);
  });
});

const empty = useDatabase();

test('an uninstall keeps log tables, and drops them with the history', async () => {
  const client = await empty().connect();
  await install(driverOver(client));
  await client.query(`
    create table kept (id int primary key);
    select audit.track('kept', row_log => true); insert into kept values (1)`);
  await uninstall(driverOver(client));
  await client.query('insert into kept values (2)');
  expect(await logged(client, 'public_kept_log', 'id')).toEqual(['1 INS NEW 1']);
  await install(driverOver(client));
  expect((await status(driverOver(client))).problems).toEqual([]);
  await client.query(`select audit.track('kept', row_log => true)`);
  expect(await logged(client, 'public_kept_log_1', 'id')).toEqual(['1 INS NEW 1']);
  await uninstall(driverOver(client), { dropHistory: true });
  expect(await value(client, `select to_regnamespace('audit_log')::text`)).toBeNull();
});
