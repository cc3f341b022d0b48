import { expect, test } from 'vitest';
import { InvalidFilterError, TransactionStateError } from '../src/index.js';
import { collect } from './support/collect.js';
import { describeDrivers } from './support/targets.js';

describeDrivers('a driver', (driver) => {
  const values = async (table: string) =>
    (await driver().query<{ v: number }>(`select v from ${table} order by v`)).rows.map(
      ({ v }) => v,
    );

  test('binds parameters', async () => {
    const { rows } = await driver().query('select $1::text as name, $2::text[] as tags', [
      `O'Hara`,
      ['a', 'b,c'],
    ]);
    expect(rows).toEqual([{ name: `O'Hara`, tags: ['a', 'b,c'] }]);
  });

  test('runs several statements and returns the rows of the last one that has any', async () => {
    const { rows } = await driver().query(
      'create temporary table scripted (v int); select 1 as v; select 2 as v; drop table scripted;',
    );
    expect(rows).toEqual([{ v: 2 }]);
  });

  test('commits what a transaction did, and returns its result', async () => {
    const result = await driver().transaction(async (tx) => {
      await tx.query('create table committed (v int)');
      await tx.query('insert into committed values ($1)', [1]);
      return 'done';
    });
    expect(result).toBe('done');
    expect(await values('committed')).toEqual([1]);
  });

  test('rolls back when the work throws, and throws the same error', async () => {
    await driver().query('create table rolled_back (v int)');
    const error = new Error('no');
    const attempt = driver().transaction(async (tx) => {
      await tx.query('insert into rolled_back values (1)');
      throw error;
    });
    await expect(attempt).rejects.toBe(error);
    expect(await values('rolled_back')).toEqual([]);
  });

  test('keeps the SQLSTATE of a failed query, and works on', async () => {
    const attempt = driver().transaction((tx) => tx.query('select 1 / 0'));
    await expect(attempt).rejects.toMatchObject({ code: '22012' });
    expect((await driver().query('select 1 as v')).rows).toEqual([{ v: 1 }]);
  });

  test('undoes a nested transaction alone', async () => {
    await driver().query('create table nested (v int)');
    await driver().transaction(async (tx) => {
      await tx.query('insert into nested values (1)');
      await expect(
        tx.transaction(async (inner) => {
          await inner.query('insert into nested values (2)');
          await inner.transaction((innermost) => innermost.query('insert into nested values (3)'));
          await inner.query('select 1 / 0');
        }),
      ).rejects.toMatchObject({ code: '22012' });
      await tx.transaction((inner) => inner.query('insert into nested values (4)'));
    });
    expect(await values('nested')).toEqual([1, 4]);
  });

  test('refuses two nested transactions at once', async () => {
    await driver().transaction(async (tx) => {
      const first = tx.transaction((inner) => inner.query('select 1'));
      await expect(tx.transaction(async () => {})).rejects.toBeInstanceOf(TransactionStateError);
      await first;
    });
  });

  test('says so when the server rolled back although the work returned', async () => {
    await driver().query('create table swallowed (v int)');
    const attempt = driver().transaction(async (tx) => {
      await tx.query('insert into swallowed values (1)');
      await tx.query('select 1 / 0').catch(() => {});
    });
    await expect(attempt).rejects.toBeInstanceOf(TransactionStateError);
    expect(await values('swallowed')).toEqual([]);
  });

  test('refuses a session after its end', async () => {
    const session = await driver().transaction(async (tx) => tx);
    await expect(session.query('select 1')).rejects.toBeInstanceOf(TransactionStateError);
  });

  test('streams in batches, with parameters, while other queries run', async () => {
    const rows = driver().stream<{ v: number }>(
      'select v from generate_series(1, $1::int) as v',
      ['25'],
      { batchSize: 10 },
    );
    const seen: number[] = [];
    for await (const { v } of rows) {
      await driver().query('select 1');
      seen.push(v);
    }
    expect(seen).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
  });

  test('closes the cursor of a stream that is left early', async () => {
    for await (const _ of driver().stream('select generate_series(1, 10000)')) break;
    expect((await driver().query('select name from pg_cursors')).rows).toEqual([]);
  });

  test('throws the error that ends a stream', async () => {
    const rows = driver().stream('select 1 / (v - 3) from generate_series(1, 5) as v', [], {
      batchSize: 1,
    });
    await expect(collect(rows)).rejects.toMatchObject({ code: '22012' });
    expect((await driver().query('select 1 as v')).rows).toEqual([{ v: 1 }]);
  });

  test.each([0, 1.5, Number.NaN, 100_001])('refuses batches of %d rows', async (batchSize) => {
    const rows = driver().stream('select 1', [], { batchSize });
    await expect(collect(rows)).rejects.toBeInstanceOf(InvalidFilterError);
  });
});
