import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { createDatabase, testServer, useDatabase } from '../src/index.js';

const database = useDatabase();
const maintenance = new pg.Client({ connectionString: testServer().url });
const connected = maintenance.connect();
afterAll(() => maintenance.end());

async function exists(catalog: 'pg_database' | 'pg_roles', column: string, name: string) {
  await connected;
  const { rowCount } = await maintenance.query(`select from ${catalog} where ${column} = $1`, [
    name,
  ]);
  return rowCount === 1;
}

test('a test has a database of its own', async () => {
  const client = await database().connect();
  const { rows } = await client.query('select current_database() as name, current_user as role');
  expect(rows).toEqual([{ name: database().name, role: new URL(testServer().url).username }]);
});

test('the server is what it says', async () => {
  const client = await database().connect();
  const { rows } = await client.query('show server_version');
  expect(rows[0].server_version).toBe(testServer().version);
  expect(testServer().version).toMatch(new RegExp(`^${testServer().majorVersion}\\b`));
});

test('dropping closes what was opened and removes database and roles', async () => {
  const own = await createDatabase();
  const client = await own.connect();
  const pool = own.pool({ max: 2 });
  await pool.query('select 1');
  const role = await own.createRole({ label: 'owner' });
  await client.query(`create table held (id int); alter table held owner to ${role.name}`);

  await own.drop();

  expect(pool.ended).toBe(true);
  await expect(client.query('select 1')).rejects.toThrow();
  expect(await exists('pg_database', 'datname', own.name)).toBe(false);
  expect(await exists('pg_roles', 'rolname', role.name)).toBe(false);
});

test('what a test has closed itself does not disturb the drop', async () => {
  const own = await createDatabase();
  await (await own.connect()).end();
  await own.pool().end();
  await own.drop();
  expect(await exists('pg_database', 'datname', own.name)).toBe(false);
});

test('a connection that the server terminates does not end the process', async () => {
  const own = await createDatabase();
  const victim = await own.connect();
  const { rows } = await victim.query('select pg_backend_pid() as pid');
  await connected;
  await maintenance.query('select pg_terminate_backend($1, 5000)', [rows[0].pid]);
  await expect(victim.query('select 1')).rejects.toThrow();
  await own.drop();
});

test('roles log in with their password and have no rights but those given', async () => {
  const role = await database().createRole({ label: 'reader' });
  const client = await database().connect(role.url);
  const { rows } = await client.query('select current_user as role');
  expect(rows).toEqual([{ role: role.name }]);
  await expect(client.query('create table public.mine (id int)')).rejects.toThrow();

  const superuser = await database().createRole({ attributes: 'superuser' });
  await (await database().connect(superuser.url)).query('create table public.mine (id int)');
});

test('a wrong password is refused', async ({ skip }) => {
  skip(testServer().kind === 'env', 'a server that was given to us may trust everybody');
  const role = await database().createRole();
  const wrong = database().roleUrl(role.name, 'wrong');
  await expect(database().connect(wrong)).rejects.toMatchObject({ code: '28P01' });
});
