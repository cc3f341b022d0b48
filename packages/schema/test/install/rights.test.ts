import { useDatabase } from '@audit/test-db';
import { describe, expect, test } from 'vitest';
import { install, status } from '../../src/index.js';
import { driverOver } from '../support/driver.js';

describe('the rights to install', () => {
  const database = useDatabase();

  test('a role that may create a schema needs no superuser', async () => {
    const admin = await database().connect();
    const role = await database().createRole({ label: 'owner' });
    await admin.query(`grant create on database ${database().name} to ${role.name}`);
    const client = await database().connect(role.url);
    await client.query(
      'create schema shop; create table shop.orders (id int primary key, qty int)',
    );
    await install(driverOver(client));
    await client.query(`select audit.track('shop.orders')`);
    await client.query('insert into shop.orders values (1, 1); update shop.orders set qty = 2');
    const { rows } = await client.query(
      'select action, data_id from audit.data_op_log order by id',
    );
    expect(rows).toEqual([
      { action: 'I', data_id: '1' },
      { action: 'U', data_id: '1' },
    ]);
    await client.end();
  });

  test('another role is told whom to connect as', async () => {
    const role = await database().createRole({ label: 'other' });
    const client = await database().connect(role.url);
    await expect(install(driverOver(client))).rejects.toMatchObject({
      name: 'UnsupportedServerError',
      message: `role ${role.name} does not own the schema audit`,
    });
    expect((await status(driverOver(client))).problems).toEqual([
      `role ${role.name} does not own the schema audit; connect as the role that installed it`,
    ]);
  });

  test('a role without the right to create is told which grant it lacks', async () => {
    const admin = await database().connect();
    await admin.query('drop schema audit cascade');
    const role = await database().createRole({ label: 'third' });
    const client = await database().connect(role.url);
    await expect(install(driverOver(client))).rejects.toMatchObject({
      name: 'UnsupportedServerError',
      hint: expect.stringContaining(`grant create on database ${database().name} to ${role.name}`),
    });
  });
});

describe('a lock that the install needs', () => {
  const database = useDatabase();

  test('is waited for as long as the lock timeout says, and then nothing has changed', async () => {
    const client = await database().connect();
    await install(driverOver(client));
    await client.query(`create table orders (id int primary key); select audit.track('orders')`);
    await client.query('drop trigger audit_insert on orders');

    const application = await database().connect();
    await application.query('begin; insert into orders values (1)');
    await expect(install(driverOver(client), { lockTimeout: '100ms' })).rejects.toMatchObject({
      code: '55P03',
      hint: expect.stringContaining('Nothing was changed'),
    });
    await application.query('commit');

    await install(driverOver(client));
    expect((await status(driverOver(client))).problems).toEqual([]);
  });
});
