import { describeWith, useDatabase } from '@audit/test-db';
import type pg from 'pg';
import { describe, expect, test } from 'vitest';
import { type Engine, install, uninstall } from '../../src/index.js';
import { driverOver } from '../support/driver.js';

/** One update of a column of each declared type; the JSON diff that is recorded. */
async function recordChange(client: pg.Client): Promise<unknown> {
  await client.query(`
    truncate sheet;
    insert into sheet values (1, '{"a": 1.50, "b": 1}', '[1, 2]', '[{"id": 1, "n": 9007199254740993}]', '1', '{x,y}');
    update sheet set o = '{"a": 1.5, "b": 2.0}', a = '[2, 3]', oa = '[{"id": 1, "n": 9007199254740994}]', x = '2', l = '{y}'`);
  const { rows } = await client.query(
    `select json_diff::text as diff from audit.data_op_log where action = 'U' order by id desc limit 1`,
  );
  return rows[0]?.diff;
}

async function declareSheet(client: pg.Client): Promise<void> {
  await client.query(`
    create table sheet (id int primary key, o jsonb, a jsonb, oa jsonb, x jsonb, l text[]);
    select audit.track('sheet', json_columns => '{"o": "object", "a": "array", "oa": {"type": "objectArray", "key": ["id"]}}')`);
}

const expected = [
  '{"a": {"diffType": "array", "newItems": [3], "removedItems": [1]}',
  '"l": {"diffType": "array", "newItems": [], "removedItems": ["x"]}',
  '"o": {"b": "1 -> 2.0", "diffType": "object"}',
  '"x": {"content": "1 -> 2", "diffType": "other"}',
  '"oa": {"diffType": "objectArray", "newItems": [], "removedItems": [], "modifiedItems": [{"n": "9007199254740993 -> 9007199254740994", "key": "1"}]}}',
].join(', ');

async function engineInUse(client: pg.Client): Promise<{ engine: Engine; calls: boolean }> {
  const { rows } = await client.query(`
    select engine, exists (
      select from pg_proc where proname ~ '^_capture_\\d+_update$' and prosrc like '%audit._plv8_diff(%'
    ) as calls from audit.tracked`);
  return rows[0];
}

describe('the sql engine', () => {
  const database = useDatabase();

  test('records what the declarations say', async () => {
    const client = await database().connect();
    expect((await install(driverOver(client), { engine: 'sql' })).engine).toBe('sql');
    await declareSheet(client);
    expect(await recordChange(client)).toBe(expected);
    expect(await engineInUse(client)).toEqual({ engine: 'sql', calls: false });
  });

  test('is kept by a later install that names none', async () => {
    const client = await database().connect();
    expect((await install(driverOver(client))).engine).toBe('sql');
  });

  test('is what a role that may not create the extension gets, and told when it asks for more', async () => {
    const client = await database().connect();
    await uninstall(driverOver(client), { dropHistory: true });
    const role = await database().createRole();
    await client.query(`grant create on database ${database().name} to ${role.name}`);
    const other = await database().connect(role.url);
    await expect(install(driverOver(other), { engine: 'plv8' })).rejects.toMatchObject({
      name: 'UnsupportedServerError',
      hint: expect.stringContaining('create extension plv8'),
    });
    expect((await install(driverOver(other), { engine: 'auto' })).engine).toBe('sql');
  });
});

describeWith('plv8', 'the plv8 engine', () => {
  const database = useDatabase();

  test('is what auto takes, and records the same', async () => {
    const client = await database().connect();
    expect((await install(driverOver(client))).engine).toBe('plv8');
    await declareSheet(client);
    expect(await recordChange(client)).toBe(expected);
    expect(await engineInUse(client)).toEqual({ engine: 'plv8', calls: true });
  });

  test('serves a role without superuser rights once an administrator has created the extension', async () => {
    const admin = await database().connect();
    const role = await database().createRole();
    await admin.query(`
      drop schema audit cascade;
      grant create on database ${database().name} to ${role.name};
      grant create on schema public to ${role.name};
      drop table sheet`);
    const installer = await database().connect(role.url);
    expect((await install(driverOver(installer))).engine).toBe('plv8');
    const fresh = await database().connect(role.url);
    await declareSheet(fresh);
    expect(await recordChange(fresh)).toBe(expected);
    await admin.query('drop table sheet; drop schema audit cascade');
    await install(driverOver(admin));
    await declareSheet(admin);
    await recordChange(admin);
  });

  test('can be switched off and on again, and no record changes', async () => {
    const client = await database().connect();
    const records = async () =>
      (await client.query('select l::text from audit.data_op_log as l order by id')).rows;
    const before = await records();
    await install(driverOver(client), { engine: 'sql' });
    expect(await engineInUse(client)).toEqual({ engine: 'sql', calls: false });
    const left = await client.query(`
      select count(*)::int as plv8 from pg_proc as p join pg_language as l on l.oid = p.prolang
      where p.pronamespace = 'audit'::regnamespace and l.lanname = 'plv8'`);
    expect(left.rows).toEqual([{ plv8: 0 }]);
    expect(await records()).toEqual(before);
    expect(await recordChange(client)).toBe(expected);
    await install(driverOver(client), { engine: 'plv8' });
    expect(await engineInUse(client)).toEqual({ engine: 'plv8', calls: true });
    expect(await recordChange(client)).toBe(expected);
  });

  test('does not run a start_proc of the caller’s', async () => {
    const client = await database().connect();
    const role = await database().createRole();
    await client.query(`
      grant create on schema public to ${role.name};
      grant insert, select, update on sheet to ${role.name};
      create table who (name text);
      grant insert on who to public`);
    const caller = await database().connect(role.url);
    await caller.query(`
      create function public.start() returns void language plv8 as
        'plv8.execute("insert into public.who values (current_user)")';
      set plv8.start_proc = 'public.start';
      update sheet set o = '{"a": 7}'`);
    // It may run, but with the rights of the caller alone.
    const { rows } = await client.query('select distinct name from who where name <> $1', [
      role.name,
    ]);
    expect(rows).toEqual([]);
    const control = await database().connect(role.url);
    await control.query(`set plv8.start_proc = 'public.start'; do language plv8 ''`);
    expect((await client.query('select name from who')).rows).toContainEqual({ name: role.name });
  });
});
