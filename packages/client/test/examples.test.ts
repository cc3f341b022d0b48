import { install } from '@audit/schema';
import { useDatabase } from '@audit/test-db';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createAuditClient, decodeJsonDiffs } from '../src/index.js';
import { pglite } from '../src/pglite/index.js';
import { describeChange, documentAfter } from './examples/json-changes.js';
import { inLibraryTransaction, inOwnTransaction, onPglite } from './examples/own-transaction.js';
import { installed } from './support/targets.js';

const orders = `
create schema shop;
create table shop.orders (id int primary key, status text, total numeric);
select audit.track('shop.orders');
insert into shop.orders values (7, 'paid', 10.50)`;

describe('the examples', () => {
  const database = useDatabase({ prepare: installed });
  let service: typeof import('./examples/service.js');

  beforeAll(async () => {
    const client = await database().connect();
    await client.query(orders);
    vi.stubEnv('DATABASE_URL', database().url);
    service = await import('./examples/service.js');
  });
  // Registered after the database's own, and so run before it: the pool is closed when the database goes.
  afterAll(() => service.close());

  test('of a service run', async () => {
    const print = vi.spyOn(console, 'log').mockImplementation(() => {});
    await service.refund(7, 'support', 'ticket 81');
    await service.printStatusChanges(new Date(Date.now() - 60_000));
    expect(print).toHaveBeenLastCalledWith(
      expect.any(String),
      '7',
      'support',
      'paid',
      '→',
      'refunded',
    );
    print.mockClear();
    await service.printHistory(7);
    expect(print.mock.calls[0]).toEqual(['created with total', '10.50']);
    print.mockRestore();
    expect([...(await service.countActions('2020-01-01T00:00:00Z'))]).toEqual([
      ['I', 1],
      ['U', 1],
    ]);
  });

  test('of a service read each change once, and wait for the next one', async () => {
    const client = await database().connect();
    await client.query('create table if not exists shop.reindex (id text primary key)');
    expect(await service.reindex()).toBeGreaterThanOrEqual(2);
    expect(await service.reindex()).toBe(0);
    const { rows } = await client.query('select id from shop.reindex');
    expect(rows).toEqual([{ id: '7' }]);

    const stop = new AbortController();
    const change = service.nextChange(stop.signal);
    // It sees what is committed after it has begun: so write until it has seen something.
    let seen = false;
    void change.then(() => {
      seen = true;
    });
    await expect
      .poll(async () => {
        await client.query('update shop.orders set total = total + 1');
        return seen;
      })
      .toBe(true);
    expect(await change).toBe('7');
  });

  test('of own transactions set the context', async () => {
    const client = await database().connect();
    await client.query("update shop.orders set status = 'paid'");
    await inOwnTransaction(client);
    await client.query('begin');
    await inLibraryTransaction({
      $queryRawUnsafe: (text, ...params) => client.query(text, params),
    });
    await client.query("update shop.orders set status = 'paid'");
    await client.query('commit');
    const { rows } = await client.query(
      "select op_type, op_meta ->> 'actor' as actor from audit.data_op_log order by id desc limit 2",
    );
    expect(rows).toEqual([
      { op_type: 'refund', actor: 'support' },
      { op_type: 'refund', actor: 'support' },
    ]);
  });

  describe('of PGlite', () => {
    let db: PGlite;
    beforeAll(async () => {
      db = await PGlite.create();
      await install(pglite(db));
      await db.exec(orders);
    });
    afterAll(() => db.close());

    test('run', async () => {
      await onPglite(db);
      const { entries } = await createAuditClient(pglite(db)).entries({ actor: 'support' });
      expect(entries.map(({ changes }) => changes.status?.after)).toEqual(['refunded']);
    });
  });

  test('of JSON changes tell them apart', () => {
    const changes = decodeJsonDiffs(`{
      "profile": {"diffType": "object", "city": "\\"Rome\\" -> \\"Oslo\\""},
      "labels": {"diffType": "array", "newItems": ["a"], "removedItems": []},
      "lines": {"diffType": "objectArray", "newItems": [], "removedItems": [],
        "modifiedItems": [{"key": "tea", "qty": "1 -> 2"}]},
      "blob": {"diffType": "other", "content": "1 -> 1.50"}
    }`);
    expect(
      Object.entries(changes).flatMap(([name, change]) => describeChange(name, change)),
    ).toEqual([
      'profile.city: Rome → Oslo',
      'labels: 1 added, 0 removed',
      'lines[tea].qty: 1 → 2',
      'blob: 1 → 1.50',
    ]);
    expect(changes.profile && documentAfter({ city: 'Rome' }, changes.profile)).toEqual({
      city: 'Oslo',
    });
  });
});
