import type { TestRole } from '@audit/test-db';
import type pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { useAudited } from '../../support/audited.js';
import { texts } from '../../support/records.js';

const { client, database } = useAudited();
let app: TestRole;
let clerk: TestRole;
let session: pg.Client;
const who = `concat_ws(' ', action, session_user_name, role_name)`;

beforeAll(async () => {
  app = await database().createRole({ label: 'app' });
  clerk = await database().createRole({ label: 'clerk' });
  await client().query(`
    create table orders (id int primary key, qty int) partition by list (id);
    create table orders_rest partition of orders default;
    select audit.track('orders');
    grant select, insert, update, delete, truncate on orders, orders_rest to ${app.name}, ${clerk.name};
    grant ${clerk.name} to ${app.name}`);
  session = await database().connect(app.url);
});

test('an application role with rights on its own table only is recorded with its own name', async () => {
  await session.query('insert into orders values (1, 1)');
  await session.query('update orders set qty = 2');
  await session.query('delete from orders_rest');
  await session.query('truncate orders');
  expect(await texts(client(), 'orders', who)).toEqual(
    ['I', 'U', 'D', 'T'].map((action) => `${action} ${app.name} ${app.name}`),
  );
});

test('under SET ROLE the role in effect is recorded beside the one that logged in', async () => {
  await session.query(`set role ${clerk.name}`);
  await session.query('insert into orders values (2, 1)');
  await session.query('truncate orders');
  await session.query('reset role');
  await session.query('insert into orders values (3, 1)');
  await session.query('begin');
  await session.query(`set local role ${clerk.name}`);
  await session.query('delete from orders');
  await session.query('commit');
  expect((await texts(client(), 'orders', who)).slice(-4)).toEqual([
    `I ${app.name} ${clerk.name}`,
    `T ${app.name} ${clerk.name}`,
    `I ${app.name} ${app.name}`,
    `D ${app.name} ${clerk.name}`,
  ]);
});

test('under SET SESSION AUTHORIZATION that role is recorded', async () => {
  const admin = await database().connect();
  await admin.query(`set session authorization ${clerk.name}`);
  await admin.query('insert into orders values (4, 1)');
  expect((await texts(client(), 'orders', who)).at(-1)).toBe(`I ${clerk.name} ${clerk.name}`);
});

test("a security definer function of the application shows the caller's role, not its owner", async () => {
  await client().query(`
    create function add_order(n int) returns void language sql security definer as 'insert into orders values (n, 1)';
    grant execute on function add_order to ${clerk.name}`);
  await session.query(`set role ${clerk.name}`);
  await session.query('select add_order(5)');
  await session.query('reset role');
  expect((await texts(client(), 'orders', who)).at(-1)).toBe(`I ${app.name} ${clerk.name}`);
});

test('role names that need quotes', async () => {
  const odd = await database().createRole({ label: 'It"s, Odd' });
  await client().query(`grant all on orders to ${client().escapeIdentifier(odd.name)}`);
  const own = await database().connect(odd.url);
  await own.query('insert into orders values (6, 1)');
  expect((await texts(client(), 'orders', who)).at(-1)).toBe(`I ${odd.name} ${odd.name}`);
  await client().query(`grant ${client().escapeIdentifier(odd.name)} to ${app.name}`);
  await session.query(`set role ${client().escapeIdentifier(odd.name)}`);
  await session.query('insert into orders values (7, 1)');
  await session.query('reset role');
  expect((await texts(client(), 'orders', who)).at(-1)).toBe(`I ${app.name} ${odd.name}`);
});

test.for([
  'select * from audit.data_op_log',
  'select * from audit.data_op_log_default',
  'select * from audit.tracked',
  'select * from audit.tracked_table',
  'select * from audit.param',
  'select * from audit.schema_migration',
  `insert into audit.data_op_log (schema_name) values ('x')`,
  'update audit.data_op_log set op_note = null',
  'delete from audit.data_op_log',
  'truncate audit.data_op_log',
  'drop table audit.data_op_log',
  `select nextval('audit.data_op_log_id_seq')`,
  `select audit.track('orders')`,
  `select audit.untrack('orders')`,
  `select audit.set_context('a')`,
  'select audit._finish_install()',
  `create table audit.mine (id int)`,
  `do 'begin lock table audit.data_op_log in access share mode; end'`,
  'alter table orders disable trigger audit_insert',
  'drop trigger audit_insert on orders',
])('that role may not: %s', async (statement) => {
  await expect(session.query(statement)).rejects.toMatchObject({ code: '42501' });
});

test('no function or relation of the schema is granted to PUBLIC, nor the schema', async () => {
  const { rows } = await client().query(`
    select p.oid::regprocedure::text as name from pg_proc as p
    cross join lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) as a
    where p.pronamespace = 'audit'::regnamespace and a.grantee = 0
    union all
    select c.oid::regclass::text from pg_class as c cross join lateral aclexplode(c.relacl) as a
    where c.relnamespace = 'audit'::regnamespace and a.grantee = 0
    union all
    select n.nspname from pg_namespace as n cross join lateral aclexplode(n.nspacl) as a
    where n.nspname = 'audit' and a.grantee = 0`);
  expect(rows).toEqual([]);
});
