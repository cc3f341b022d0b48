import { useDatabase } from '@audit/test-db';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AuditDriver, TransactionStateError } from '../src/index.js';
import { nodePostgres } from '../src/node-postgres/index.js';
import { pglite } from '../src/pglite/index.js';

function behavesAsOneSession(driver: () => AuditDriver): void {
  test('lets transactions and queries wait for each other', async () => {
    await driver().query('create table turns (v text)');
    const log = async () =>
      (await driver().query<{ v: string }>('select v from turns')).rows.map(({ v }) => v);
    const first = driver().transaction(async (tx) => {
      await tx.query("insert into turns values ('first')");
      await tx.query('select pg_sleep(0.05)');
      throw new Error('undone');
    });
    const second = driver().query("insert into turns values ('second')");
    await expect(first).rejects.toThrow('undone');
    await second;
    expect(await log()).toEqual(['second']);
  });

  test('refuses its own queries and transactions inside a transaction', async () => {
    await driver().transaction(async (tx) => {
      await expect(driver().query('select 1')).rejects.toBeInstanceOf(TransactionStateError);
      await expect(driver().transaction(async () => {})).rejects.toThrow(/busy/);
      await tx.query('select 1');
    });
  });

  test('lets a stream that has begun be read to its end while transactions run', async () => {
    const seen: number[] = [];
    const rows = driver().stream<{ v: number }>('select generate_series(1, 5) as v', [], {
      batchSize: 2,
    });
    for await (const { v } of rows) {
      await driver().transaction((tx) => tx.query('select 1'));
      seen.push(v);
    }
    expect(seen).toEqual([1, 2, 3, 4, 5]);
  });
}

describe('a node-postgres client', () => {
  const database = useDatabase();
  let driver: AuditDriver;
  beforeAll(async () => {
    driver = nodePostgres(await database().connect());
  });
  behavesAsOneSession(() => driver);
});

describe('PGlite', () => {
  let db: PGlite;
  beforeAll(async () => {
    db = await PGlite.create();
  });
  afterAll(() => db.close());
  let driver: AuditDriver;
  beforeAll(() => {
    driver = pglite(db);
  });
  behavesAsOneSession(() => driver);

  test('is left open', async () => {
    await driver.transaction(async () => {});
    expect(db.closed).toBe(false);
  });
});
