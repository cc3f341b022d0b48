import { useDatabase } from '@audit/test-db';
import { describe, expect, test } from 'vitest';
import { install, NotInstalledError, status, uninstall, uninstallScript } from '../../src/index.js';
import { catalog } from '../support/catalog.js';
import { driverOver } from '../support/driver.js';

describe('uninstalling', () => {
  const database = useDatabase();

  test('removes triggers and functions, and keeps the history', async () => {
    const client = await database().connect();
    await install(driverOver(client));
    await client.query(`
      create table orders (id int primary key, modified_at timestamptz);
      select audit.track('orders', touch => true);
      insert into orders values (1)`);

    expect(await uninstall(driverOver(client))).toEqual({
      tables: ['public.orders'],
      historyKept: true,
    });

    await client.query('update orders set id = 2');
    const { rows } = await client.query('select action from audit.data_op_log');
    expect(rows).toEqual([{ action: 'I' }]);
    const left = await client.query(`
      select (select count(*)::int from pg_proc where pronamespace = 'audit'::regnamespace) as functions,
             (select count(*)::int from pg_trigger where tgrelid = 'orders'::regclass) as triggers`);
    expect(left.rows).toEqual([{ functions: 0, triggers: 0 }]);
    expect(await status(driverOver(client))).toMatchObject({ installed: false, history: true });
  });

  test('a later install takes the history up again', async () => {
    const client = await database().connect();
    await install(driverOver(client));
    await client.query(`select audit.track('orders'); insert into orders values (3)`);
    const { rows } = await client.query(
      'select action, data_id from audit.data_op_log order by id',
    );
    expect(rows).toEqual([
      { action: 'I', data_id: '1' },
      { action: 'I', data_id: '3' },
    ]);
  });

  test('the script does the same', async () => {
    const client = await database().connect();
    await client.query(uninstallScript());
    expect(await status(driverOver(client))).toMatchObject({
      installed: false,
      history: true,
      tables: [],
    });
    await install(driverOver(client));
  });

  test('drops the history too when told to', async () => {
    const client = await database().connect();
    await client.query(`select audit.track('orders')`);
    expect(await uninstall(driverOver(client), { dropHistory: true })).toMatchObject({
      historyKept: false,
    });
    const { rows } = await client.query(`select to_regnamespace('audit') as schema`);
    expect(rows).toEqual([{ schema: null }]);
    await client.query('insert into orders values (4)');
  });

  test('where there is nothing, it says so', async () => {
    const client = await database().connect();
    await expect(uninstall(driverOver(client))).rejects.toBeInstanceOf(NotInstalledError);
  });

  test('and an install afterwards is as good as the first', async () => {
    const client = await database().connect();
    await install(driverOver(client));
    const fresh = await catalog(client);
    await uninstall(driverOver(client));
    await install(driverOver(client));
    expect(await catalog(client)).toEqual(fresh);
  });
});
