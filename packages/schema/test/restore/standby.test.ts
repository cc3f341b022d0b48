import { type SecondServer, startSecondServer, startStandby } from '@audit/test-db';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { install, status } from '../../src/index.js';
import { driverOver } from '../support/driver.js';
import { value } from '../support/records.js';
import { makeShop, wholeLog, writeAndRead, written } from './support/shop.js';
import { describeWithTools } from './support/tools.js';

describeWithTools(['pg_basebackup'], 'a physical standby', () => {
  let primary: SecondServer;
  let standby: SecondServer;
  let writer: pg.Client;
  let reader: pg.Client;

  beforeAll(async () => {
    primary = await startSecondServer();
    writer = await primary.connect();
    // A commit is in the log that is sent when it is reported.
    await writer.query('set synchronous_commit = on');
    await install(driverOver(writer));
    await makeShop(writer);
    standby = await startStandby(primary);
    reader = await standby.connect();
  });

  afterAll(async () => {
    await standby?.stop();
    await primary?.stop();
  });

  async function caughtUp(): Promise<void> {
    const position = await value(writer, 'select pg_current_wal_flush_lsn()::text');
    await expect
      .poll(() => value(reader, `select pg_last_wal_replay_lsn() >= $1::pg_lsn`, [position]), {
        timeout: 20_000,
      })
      .toBe(true);
  }

  test('reads the log, audit.tracked and status', async () => {
    await caughtUp();
    expect(await value(reader, 'select pg_is_in_recovery()')).toBe(true);
    expect(await wholeLog(reader)).toBe(await wholeLog(writer));
    expect(await status(driverOver(reader))).toEqual(await status(driverOver(writer)));
    expect((await status(driverOver(reader))).problems).toEqual([]);
  });

  test('gets what is written and changed on the primary, and refuses writes as it always does', async () => {
    await writer.query(
      `alter table shop.orders add note text; insert into shop.orders (note) values ('n')`,
    );
    await caughtUp();
    expect(await wholeLog(reader)).toBe(await wholeLog(writer));
    expect((await status(driverOver(reader))).problems).toEqual([]);
    await expect(reader.query('insert into shop.orders (qty) values (1)')).rejects.toMatchObject({
      code: '25006',
    });
    await writer.query('alter table shop.orders drop note');
    await caughtUp();
  });

  test('promoted, records what is written to it', async () => {
    await primary.stop();
    expect(await value(reader, 'select pg_promote()')).toBe(true);
    expect(await writeAndRead(reader)).toEqual(written);
    await reader.query('alter table shop.sales add x int; insert into shop.sales values (1, 1, 1)');
    expect((await status(driverOver(reader))).problems).toEqual([]);
  });
});
