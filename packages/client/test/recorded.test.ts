import { beforeAll, expect, test } from 'vitest';
import { type AuditClient, createAuditClient, JsonNumber } from '../src/index.js';
import { collect } from './support/collect.js';
import { describeDrivers } from './support/targets.js';

describeDrivers('what a tracked table records', (driver) => {
  let audit: AuditClient;
  beforeAll(async () => {
    audit = createAuditClient(driver());
    await driver().query(`
      create schema shop;
      create table shop.accounts (
        id bigint primary key,
        balance numeric,
        password text,
        labels text[],
        "diffType" int,
        settings jsonb
      );
      select audit.track('shop.accounts', masked => '{password}');
      create table shop.lines (product text, lot int, qty int, primary key (product, lot));
      select audit.track('shop.lines');
      create table shop.people (id int primary key, modified_at timestamptz, modified_by text);
      select audit.track('shop.people');`);
  });

  const last = async (table: string) => {
    const [entry] = (await audit.entries({ table, limit: 1 })).entries;
    if (!entry) throw new Error(`nothing is recorded of ${table}`);
    return entry;
  };

  test('is read back with its context, to the last digit', async () => {
    await audit.withContext({ actor: 'support', opType: 'open', meta: { big: 2n ** 60n } }, (tx) =>
      tx.query(
        `insert into shop.accounts values
           (9007199254740993, 10.50, 'secret', '{a,b}', 1, '{"rate": 0.10}')`,
      ),
    );
    const inserted = await last('shop.accounts');
    expect(inserted).toMatchObject({
      action: 'I',
      key: '9007199254740993',
      actor: 'support',
      opType: 'open',
      opNote: null,
      meta: { actor: 'support', big: new JsonNumber('1152921504606846976') },
      rawData: {
        id: new JsonNumber('9007199254740993'),
        balance: new JsonNumber('10.50'),
        password: '***',
        labels: ['a', 'b'],
        diffType: 1,
        settings: { rate: new JsonNumber('0.10') },
      },
    });
    expect(inserted.transactionId).toEqual(expect.any(BigInt));
    expect(inserted.clockAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);

    await audit.withContext({ actor: 'billing', opNote: 'interest' }, (tx) =>
      tx.query(
        `update shop.accounts set balance = 10.750, password = 'new', labels = '{b}',
           "diffType" = 2, settings = '{"rate": 0.20}'`,
      ),
    );
    const updated = await last('shop.accounts');
    expect(updated).toMatchObject({
      action: 'U',
      actor: 'billing',
      opNote: 'interest',
      rawData: null,
      changes: {
        balance: { before: new JsonNumber('10.50'), after: new JsonNumber('10.750') },
        password: { before: '***', after: '***' },
        diffType: { before: 1, after: 2 },
      },
      jsonChanges: {
        labels: { diffType: 'array', newItems: [], removedItems: ['a'], reordered: false },
        settings: {
          diffType: 'other',
          before: { rate: new JsonNumber('0.10') },
          after: { rate: new JsonNumber('0.20') },
        },
      },
    });
  });

  test('is nothing where the work fails', async () => {
    const before = await last('shop.accounts');
    await expect(
      audit.withContext({ actor: 'intruder' }, async (tx) => {
        await tx.query('delete from shop.accounts');
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await last('shop.accounts')).toEqual(before);
  });

  test('is found by a key of two columns', async () => {
    await driver().query(`
      insert into shop.lines values ('tea', 1, 5), ('tea', 2, 5);
      update shop.lines set qty = 6 where lot = 2;
      delete from shop.lines where lot = 2;
      truncate shop.lines;`);
    const history = await collect(audit.history('shop.lines', ['tea', 2]));
    expect(history.map(({ action, key }) => [action, key])).toEqual([
      ['I', 'tea∆2'],
      ['U', 'tea∆2'],
      ['D', 'tea∆2'],
    ]);
    expect(await last('shop.lines')).toMatchObject({ action: 'T', key: null, rawData: null });
  });

  test('is found by a key too long for the index', async () => {
    await driver().query(`
      create table shop.documents (path text primary key);
      select audit.track('shop.documents')`);
    const path = '𝄞'.repeat(2000);
    await driver().query('insert into shop.documents values ($1)', [path]);
    const [entry, ...others] = await collect(audit.history('shop.documents', path));
    expect(entry).toMatchObject({ action: 'I', rawData: { path } });
    expect(others).toEqual([]);
    expect(await collect(audit.history('shop.documents', entry?.key ?? ''))).toEqual([entry]);
  });

  test('names as actor who the row or the role says, where there is no context', async () => {
    await driver().query(`insert into shop.people values (1, 'infinity', 'carl'), (2, null, null)`);
    const { entries } = await audit.entries({ table: 'shop.people' });
    const [second, first] = entries;
    expect(first).toMatchObject({ actor: 'carl', modifiedBy: 'carl', modifiedAt: 'infinity' });
    expect(second).toMatchObject({ modifiedBy: null, modifiedAt: null });
    expect(second?.actor).toBe(second?.roleName);
    const found = await audit.entries({ table: 'shop.people', actor: 'carl' });
    expect(found.entries).toEqual([first]);
  });

  test('can be streamed', async () => {
    const entries = await collect(audit.streamEntries({ table: 'shop.people' }));
    expect(entries.map(({ key }) => key)).toEqual(['1', '2']);
  });
});
