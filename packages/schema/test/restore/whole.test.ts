import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createDatabase,
  type SecondServer,
  startSecondServer,
  type TestDatabase,
} from '@audit/test-db';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { install, status } from '../../src/index.js';
import { driverOver } from '../support/driver.js';
import { useInstalled } from '../support/installed.js';
import { changes, value } from '../support/records.js';
import { ahead, makeShop, sequences, wholeLog, writeAndRead, written } from './support/shop.js';
import { describeWithTools, runTool } from './support/tools.js';

describeWithTools(['pg_dump', 'pg_restore', 'psql'], 'a dump of the whole database', () => {
  const source = useInstalled();
  const folder = mkdtempSync(join(tmpdir(), 'audit-dump-'));
  const file = (format: string) => join(folder, `shop.${format}`);
  const targets: TestDatabase[] = [];
  let second: SecondServer;
  let log: string;

  beforeAll(async () => {
    const client = await source().connect();
    await makeShop(client);
    await client.query(
      'alter table shop.orders rename to purchases; alter table shop.purchases rename to orders',
    );
    log = await wholeLog(client);
    await runTool('pg_dump', '-d', source().url, '-f', file('plain'));
    await runTool('pg_dump', '-d', source().url, '-Fc', '-f', file('custom'));
    second = await startSecondServer();
    // So that the same objects get other OIDs there.
    const admin = await second.connect();
    await admin.query(
      `do $$ begin for n in 1..50 loop execute 'create type t' || n || ' as (x int)'; end loop; end $$`,
    );
  });

  afterAll(async () => {
    await second?.stop();
    for (const target of targets) await target.drop();
    rmSync(folder, { recursive: true });
  });

  async function restored(format: string, place: string): Promise<pg.Client> {
    let url: string;
    if (place === 'another database') {
      const target = await createDatabase();
      targets.push(target);
      url = target.url;
    } else {
      const admin = await second.connect();
      await admin.query(`create database restored_${format}`);
      url = second.url(`restored_${format}`);
    }
    const said =
      format === 'plain'
        ? await runTool('psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', url, '-f', file(format))
        : await runTool('pg_restore', '--exit-on-error', '-d', url, file(format));
    expect(said).toBe('');
    return place === 'another database'
      ? (targets.at(-1) as TestDatabase).connect()
      : second.connect(`restored_${format}`);
  }

  test.for([
    { format: 'plain', place: 'another database' },
    { format: 'custom', place: 'another database' },
    { format: 'plain', place: 'another cluster' },
    { format: 'custom', place: 'another cluster' },
  ])(
    'in $format format, restored into $place: recorded at once, clean, and the numbers go on',
    async ({ format, place }) => {
      const client = await restored(format, place);
      expect(await wholeLog(client)).toBe(log);

      const { problems, tables } = await status(driverOver(client));
      expect(problems).toEqual([]);
      expect(
        tables.map(({ table_name, capture, in_step }) => [table_name, capture, in_step]),
      ).toEqual([
        ['orders', 'statement', true],
        ['sales', 'statement', true],
      ]);
      expect(await writeAndRead(client)).toEqual(written);
      expect(await sequences(client)).toEqual(ahead);
      const last = await value(
        client,
        `select max(id)::text from audit.data_op_log where table_name = 'orders'`,
      );
      expect(
        await value(
          client,
          `select relid = 'shop.orders'::regclass from audit.data_op_log where id = ${last}`,
        ),
      ).toBe(true);

      // The event triggers are there, and follow what they are told of: names only, since all numbers are others.
      await client.query(`
      alter table shop.orders rename secret to pass;
      alter table shop.orders rename id to no;
      alter table shop.orders add note text;
      create table shop.sales_3 partition of shop.sales for values in (3)`);
      await client.query(
        `insert into shop.orders (no, pass, note) values (100, 'hidden', 'n'); insert into shop.sales_3 values (1, 3)`,
      );
      expect((await changes(client, 'orders')).at(-1)).toMatch(/^I 100 .*"pass": "\*\*\*"/);
      expect((await changes(client, 'sales')).at(-1)).toBe('I 1∆3 {"id": 1, "region": 3}');
      expect((await status(driverOver(client))).problems).toEqual([]);
      expect(
        await value(
          client,
          `select string_agg(concat(column_name, '>', new_column_name), ' ' order by id) from audit.rename where column_name is not null`,
        ),
      ).toBe('secret>pass id>no');

      // The log is as protected as before.
      await client.query('set session_replication_role = replica');
      await expect(client.query('delete from audit.data_op_log')).rejects.toMatchObject({
        code: 'UA014',
      });
      await client.query('reset session_replication_role');

      await install(driverOver(client));
      await client.query(`select audit.track('shop.plain'); insert into shop.plain values (2)`);
      expect(await changes(client, 'plain')).toEqual(['I 2 {"id": 2}']);
      expect((await status(driverOver(client))).problems).toEqual([]);
    },
  );
});
