import { type SecondServer, startSecondServer } from '@audit/test-db';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { install } from '../../src/index.js';
import { driverOver } from '../support/driver.js';
import { changes, value } from '../support/records.js';

// Applied rows were recorded where they were written. What PostgreSQL's apply worker fires besides is row triggers
// that are ENABLE ALWAYS; the captures are statement triggers, so that a subscriber can't be made to record them.
describe('a logical-replication subscriber', () => {
  let server: SecondServer;
  let publisher: pg.Client;
  let subscriber: pg.Client;

  beforeAll(async () => {
    server = await startSecondServer({ settings: ['wal_level = logical'] });
    const admin = await server.connect();
    await admin.query('create database publisher');
    await admin.query('create database subscriber');
    publisher = await server.connect('publisher');
    subscriber = await server.connect('subscriber');
    for (const client of [publisher, subscriber]) {
      await install(driverOver(client));
      await client.query(
        `create table orders (id int primary key, qty int); select audit.track('orders')`,
      );
    }
    await publisher.query(
      'insert into orders values (1, 1); create publication shop for table orders',
    );
    await publisher.query(`select pg_create_logical_replication_slot('shop', 'pgoutput')`);
    await subscriber.query(
      `create subscription shop connection '${server.url('publisher')}' publication shop with (create_slot = false, slot_name = 'shop')`,
    );
  });

  afterAll(async () => {
    await server?.stop();
  });

  const arrived = (rows: string) =>
    expect
      .poll(
        () => value(subscriber, `select string_agg(id || ':' || qty, ' ' order by id) from orders`),
        { timeout: 20_000 },
      )
      .toBe(rows);

  test('does not record the rows that are copied and applied, and records its own', async () => {
    await arrived('1:1');
    await publisher.query(
      'insert into orders values (2, 2); update orders set qty = 3 where id = 2',
    );
    await arrived('1:1 2:3');
    expect(await changes(subscriber, 'orders')).toEqual([]);
    await subscriber.query('insert into orders values (10, 10)');
    expect(await changes(subscriber, 'orders')).toEqual(['I 10 {"id": 10, "qty": 10}']);
    expect(await changes(publisher, 'orders')).toHaveLength(3);
  });

  test('can be sent the log itself, which it then holds as the publisher wrote it', async () => {
    await publisher.query(`
      alter publication shop add table audit.data_op_log;
      alter publication shop set (publish_via_partition_root = true)`);
    await subscriber.query('alter subscription shop refresh publication');
    await publisher.query('delete from orders where id = 1');
    await arrived('2:3 10:10');
    await expect
      .poll(() => changes(subscriber, 'orders'), { timeout: 20_000 })
      .toEqual(
        expect.arrayContaining([
          'I 1 {"id": 1, "qty": 1}',
          'U 2 qty: 2 -> 3',
          'D 1 {"id": 1, "qty": 1}',
        ]),
      );
  });
});
