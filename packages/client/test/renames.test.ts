import { beforeAll, expect, test } from 'vitest';
import { type AuditClient, createAuditClient, type EntryFilter } from '../src/index.js';
import { collect } from './support/collect.js';
import { describeDrivers } from './support/targets.js';

// PGlite runs no event triggers: there, the first write after a rename notes it.
describeDrivers('a table that was renamed', (driver) => {
  let audit: AuditClient;
  beforeAll(async () => {
    audit = createAuditClient(driver());
    const run = (text: string) => driver().query(text);
    await run(`
      create schema shop;
      create table shop.orders (id int primary key, qty int, labels text[], "diffType" int);
      select audit.track('shop.orders');
      insert into shop.orders values (7, 1, '{}', 0), (8, 1, '{}', 0);`);
    await run(`update shop.orders set qty = 2, labels = '{a}', "diffType" = 1 where id = 7`);
    await run('alter table shop.orders rename to purchases');
    await run('alter table shop.purchases rename qty to amount');
    await run('alter table shop.purchases rename labels to tags');
    await run('alter table shop.purchases rename "diffType" to kind');
    await run(`update shop.purchases set amount = 3, tags = '{b}', kind = 2 where id = 7`);
  });

  const history = async (table: string, key = 7) =>
    (await collect(audit.history(table, key))).map(
      (entry) => `${entry.action} ${entry.schema}.${entry.table} ${entry.key}`,
    );
  const whole = ['I shop.orders 7', 'U shop.orders 7', 'U shop.purchases 7'];

  const changed = async (filter: EntryFilter) =>
    (await audit.entries({ ...filter, order: 'oldest' })).entries.map(({ changes, jsonChanges }) =>
      Object.keys({ ...changes, ...jsonChanges }).sort(),
    );
  const before = ['diffType', 'labels', 'qty'];
  const after = ['amount', 'kind', 'tags'];

  test.each(['shop.purchases', 'purchases', 'shop.orders', 'orders'])(
    'has one history, asked for as %s',
    async (table) => {
      expect(await history(table)).toEqual(whole);
      expect((await collect(audit.streamEntries({ table }))).length).toBe(4);
    },
  );

  test.each(['amount', 'qty', 'tags', 'labels', 'kind', 'diffType'])(
    'changes of its column %s are found under both names, and have the name of their time',
    async (changedField) => {
      expect(await changed({ table: 'shop.purchases', changedField })).toEqual([before, after]);
      expect(await changed({ table: 'orders', changedField })).toEqual([before, after]);
    },
  );

  test('without a table, a column means what had that name then', async () => {
    expect(await changed({ changedField: 'qty' })).toEqual([before]);
    expect(await changed({ changedField: 'amount' })).toEqual([after]);
  });

  test('leaves its old name to a new table', async () => {
    await driver().query(`
      create table shop.orders (id int primary key);
      select audit.track('shop.orders');
      insert into shop.orders values (7);`);
    expect(await history('shop.orders')).toEqual(['I shop.orders 7']);
    expect(await history('orders')).toEqual(['I shop.orders 7']);
    expect(await history('purchases')).toEqual(whole);
  });
});
