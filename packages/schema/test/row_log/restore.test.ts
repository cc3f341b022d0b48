import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, type TestDatabase } from '@audit/test-db';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { install } from '../../src/index.js';
import { describeWithTools, runTool } from '../restore/support/tools.js';
import { driverOver } from '../support/driver.js';
import { useInstalled } from '../support/installed.js';
import { problems } from '../support/modes.js';
import { logged } from './support/logged.js';

describeWithTools(['pg_dump', 'pg_restore'], 'a log table restored from a dump', () => {
  const source = useInstalled();
  const folder = mkdtempSync(join(tmpdir(), 'audit-row-log-'));
  const targets: TestDatabase[] = [];

  beforeAll(async () => {
    const client = await source().connect();
    await client.query(`
      insert into audit.param (param_key, param_value_text) values ('alter_log_table', 'add extra text default ''kept''');
      create schema shop;
      create table shop.orders (gone int, id int primary key, note text);
      alter table shop.orders drop gone;
      select audit.track('shop.orders', row_log => true);
      insert into shop.orders values (1, 'one');
      select audit.rebuild_row_log('shop.orders');
      insert into shop.orders values (2, 'two')`);
  });

  afterAll(async () => {
    for (const target of targets) await target.drop();
    rmSync(folder, { recursive: true });
  });

  test.each([
    ['the whole database', []],
    ['its schemas', ['--schema=shop', '--schema=audit', '--schema=audit_log']],
  ])('%s: goes on being written, and follows the next ALTER', async (_, options) => {
    const file = join(folder, `${targets.length}.dump`);
    await runTool('pg_dump', '-d', source().url, '-Fc', '-f', file, ...options);
    const target = await createDatabase();
    targets.push(target);
    // What else there is takes other OIDs.
    const client = await target.connect();
    await client.query('create table before (id int); create type also as (x int)');
    // A dump of schemas has no extension.
    if (options.length > 0 && target.server.extensions.includes('plv8'))
      await client.query('create extension plv8');
    expect(await runTool('pg_restore', '--exit-on-error', '-d', target.url, file)).toBe('');

    await client.query(`insert into shop.orders values (3, 'three')`);
    expect(await logged(client, 'shop_orders_log', 'id, note')).toEqual([
      '1 INS NEW 2,two',
      '2 INS NEW 3,three',
    ]);
    if (options.length > 0) await install(driverOver(client));
    await client.query(`
      alter table shop.orders rename note to word;
      alter table shop.orders add more int;
      insert into shop.orders values (4, 'four', 4)`);
    expect(await logged(client, 'shop_orders_log', 'id, word, more, extra')).toEqual([
      '1 INS NEW 2,two,,kept',
      '2 INS NEW 3,three,,kept',
      '3 INS NEW 4,four,4,kept',
    ]);
    expect(await problems(client, 'orders')).toEqual([]);
    await client.query(
      `select audit.track('shop.orders'), audit.track('shop.orders', row_log => true)`,
    );
    expect(await logged(client, 'shop_orders_log_1', 'id')).toEqual(['1 INS NEW 1']);
    expect(await logged(client, 'shop_orders_log_2', 'id')).toHaveLength(3);
  });
});
