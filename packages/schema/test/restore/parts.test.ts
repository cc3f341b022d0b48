import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, hasExtension, type TestDatabase } from '@audit/test-db';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { install, status } from '../../src/index.js';
import { driverOver } from '../support/driver.js';
import { useInstalled } from '../support/installed.js';
import { changes, value } from '../support/records.js';
import {
  ahead,
  makeShop,
  sequences,
  shopDeclarations,
  shopTables,
  wholeLog,
  writeAndRead,
  written,
} from './support/shop.js';
import { describeWithTools, runTool } from './support/tools.js';

describeWithTools(['pg_dump', 'pg_restore', 'psql'], 'a restore of parts', () => {
  const source = useInstalled();
  const folder = mkdtempSync(join(tmpdir(), 'audit-dump-'));
  const targets: TestDatabase[] = [];
  let log: string;

  beforeAll(async () => {
    const client = await source().connect();
    await makeShop(client);
    log = await wholeLog(client);
  });

  afterAll(async () => {
    for (const target of targets) await target.drop();
    rmSync(folder, { recursive: true });
  });

  async function dump(...args: string[]): Promise<string> {
    const file = join(folder, `${Math.random()}.dump`);
    await runTool('pg_dump', '-d', source().url, '-f', file, ...args);
    return file;
  }

  async function target(): Promise<TestDatabase> {
    const database = await createDatabase();
    targets.push(database);
    return database;
  }

  test('pg_dump --schema=shop --schema=audit leaves out the event triggers: recorded at once, clean, whatever changes', async () => {
    const database = await target();
    const client = await database.connect();
    // Such a dump holds no extension either.
    if (hasExtension('plv8')) await client.query('create extension plv8');
    await runTool(
      'pg_restore',
      '--exit-on-error',
      '-d',
      database.url,
      await dump('-Fc', '--schema=shop', '--schema=audit'),
    );
    expect(await wholeLog(client)).toBe(log);
    const restored = await status(driverOver(client));
    expect(restored.problems).toEqual([]);
    expect(restored.tables.map(({ capture }) => capture)).toEqual(['agnostic', 'agnostic']);
    expect(await writeAndRead(client)).toEqual(written);
    expect(await sequences(client)).toEqual(ahead);

    // Nothing watches the table: the captures find out for themselves.
    const writer = await database.connect();
    await writer.query(`insert into shop.orders (id, qty) values (200, 1)`);
    await client.query(`
      alter table shop.orders drop doc, add at timestamptz default '2026-01-01 00:00Z', alter qty type numeric(6, 2);
      alter table shop.sales add note text`);
    for (const each of [writer, client]) {
      await each.query(`
        set timezone = 'Asia/Tokyo';
        update shop.orders set qty = qty + 1 where id = 200;
        insert into shop.sales values (200, 1, 'n'); delete from shop.sales where id = 200`);
      expect(await value(each, 'show timezone')).toBe('Asia/Tokyo');
    }
    await client.query('delete from shop.orders where id = 200');
    expect((await changes(client, 'orders')).slice(-3)).toEqual([
      expect.stringMatching(/^U 200 modified_at: .*, qty: 1.00 -> 2.00$/),
      expect.stringMatching(/^U 200 modified_at: .*, qty: 2.00 -> 3.00$/),
      expect.stringMatching(
        /^D 200 {"at": "2026-01-01T00:00:00\+00:00", "id": 200, "qty": 3.00, "secret": null/,
      ),
    ]);
    expect((await changes(client, 'sales')).slice(-2)).toEqual([
      'I 200∆1 {"id": 200, "note": "n", "region": 1}',
      'D 200∆1 {"id": 200, "note": "n", "region": 1}',
    ]);
    expect((await status(driverOver(client))).problems).toEqual([
      'shop.orders: column doc, which json_columns names, is gone; call audit.track again with other options',
    ]);

    // A masked column that is renamed can't be told from one that is new: what may be masked stays so.
    await client.query(`
      alter table shop.orders rename secret to pass;
      insert into shop.orders (id, pass) values (201, 'hidden')`);
    expect((await changes(client, 'orders')).at(-1)).toContain('"pass": "***"');

    await client.query('create table shop.sales_3 partition of shop.sales for values in (3)');
    expect((await status(driverOver(client))).problems).toContain(
      'shop.sales: trigger audit_insert is missing or disabled on shop.sales_3; call audit.track again',
    );
    await client.query(`select audit.track('shop.orders', masked => '{pass}')`);
    await install(driverOver(client));
    const healed = await status(driverOver(client));
    expect(healed.problems).toEqual([]);
    expect(healed.tables.map(({ capture }) => capture)).toEqual(['statement', 'statement']);
    await client.query('alter table shop.orders add comment text');
    expect((await status(driverOver(client))).problems).toEqual([]);
    await writer.end();
  });

  test.for([
    { way: 'with --disable-triggers', flags: ['--disable-triggers'] },
    { way: 'in the replica role', flags: [] },
  ])('schema first, then data $way: as the whole dump', async ({ flags }) => {
    const database = await target();
    const file = await dump('-Fc');
    await runTool('pg_restore', '--exit-on-error', '--schema-only', '-d', database.url, file);
    const url = flags.length > 0 ? database.url : inReplicaRole(database.url);
    await runTool('pg_restore', '--exit-on-error', '--data-only', ...flags, '-d', url, file);

    const client = await database.connect();
    expect(await wholeLog(client)).toBe(log);
    expect((await status(driverOver(client))).problems).toEqual([]);
    expect(await writeAndRead(client)).toEqual(written);
    expect(await sequences(client)).toEqual(ahead);
    await client.query('set session_replication_role = replica');
    await expect(client.query('delete from audit.data_op_log')).rejects.toMatchObject({
      code: 'UA014',
    });
    await expect(client.query('truncate audit.data_op_log_default')).rejects.toMatchObject({
      code: 'UA014',
    });
  });

  test('data only, of the tables and the log, into a database where the schema was installed and the tables were tracked anew', async () => {
    const database = await target();
    const client = await database.connect();
    await install(driverOver(client));
    await client.query(shopTables);
    await client.query(shopDeclarations);
    // Not the declarations, settings and readers, which the target has. Through the root, for it may have other months.
    const file = await dump(
      '-Fc',
      '--data-only',
      '--load-via-partition-root',
      ...['schema_migration', 'param', 'tracked_table', 'cluster', 'reader'].map(
        (table) => `--exclude-table-data=audit.${table}`,
      ),
    );
    // Not --disable-triggers: pg_dump would disable those of the partitions, and copy through the root.
    await runTool('pg_restore', '--exit-on-error', '-d', inReplicaRole(database.url), file);
    expect(await wholeLog(client)).toBe(log);
    expect((await status(driverOver(client))).problems).toEqual([]);
    expect(await writeAndRead(client)).toEqual(written);
    expect(await sequences(client)).toEqual(ahead);
  });

  test('data only without --disable-triggers is a write like any other: the rows are recorded as inserted', async () => {
    const database = await target();
    const client = await database.connect();
    await install(driverOver(client));
    await client.query(shopTables);
    await client.query(shopDeclarations);
    const file = await dump('--data-only', '--schema=shop');
    await runTool('psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', database.url, '-f', file);
    expect(
      await value(
        client,
        `select string_agg(action || ' ' || data_id, ', ' order by data_id) from audit.data_op_log`,
      ),
    ).toBe('I 1, I 1∆2, I 2∆2');
  });

  test('by a role that may not make event triggers: everything but those', async () => {
    // plv8 would be one more thing that the role may not use.
    const origin = await target();
    const superuser = await origin.connect();
    await install(driverOver(superuser), { engine: 'sql' });
    await makeShop(superuser);
    const file = join(folder, 'without-plv8.dump');
    await runTool('pg_dump', '-d', origin.url, '-f', file, '-Fc');

    const database = await target();
    const admin = await database.connect();
    const role = await database.createRole({ label: 'restorer' });
    await admin.query(`grant create on database ${database.name} to ${role.name}`);
    const failed = await runTool(
      'pg_restore',
      '--no-owner',
      '--no-acl',
      '-d',
      role.url,
      file,
    ).catch(({ stderr }) => String(stderr));
    const errors = failed.match(/ERROR: .*/g) ?? [];
    expect(errors.length).toBeGreaterThan(0);
    for (const error of errors) expect(error).toContain('event trigger');
    const client = await database.connect(role.url);
    expect(await wholeLog(client)).toBe(await wholeLog(superuser));
    expect(await writeAndRead(client)).toEqual(written);
    await install(driverOver(client));
    const state = await status(driverOver(client));
    expect(state.problems).toEqual([]);
    expect(state.tables.map(({ capture }) => capture)).toEqual(['agnostic', 'agnostic']);
    expect(await writeAndRead(client)).toEqual(written);
    await client.end();
  });
});

/** What a restore is best run in where triggers are to stay out of it. */
function inReplicaRole(url: string): string {
  return `${url}?options=-c%20session_replication_role%3Dreplica`;
}
