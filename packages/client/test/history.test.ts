import { beforeAll, expect, test } from 'vitest';
import { type AuditClient, createAuditClient, InvalidFilterError, type Key } from '../src/index.js';
import { collect } from './support/collect.js';
import { writeRecords } from './support/records.js';
import { describeDrivers } from './support/targets.js';

describeDrivers('a history', (driver) => {
  let audit: AuditClient;
  beforeAll(async () => {
    audit = createAuditClient(driver());
    await writeRecords(
      driver(),
      ['1', '2', '1', '1∆x', '1', '2'].map((key, index) => ({
        data_id: key,
        op_note: String(index),
      })),
    );
    await writeRecords(driver(), [{ schema_name: 'archive', op_note: 'archived' }]);
  });

  const notes = async (...args: Parameters<AuditClient['history']>) =>
    (await collect(audit.history(...args))).map(({ opNote }) => opNote);

  test('is that of one row, oldest first, over several pages', async () => {
    expect(await notes('shop.orders', 1, { pageSize: 2 })).toEqual(['0', '2', '4']);
    expect(await notes({ schema: 'shop', table: 'orders' }, [1, 'x'])).toEqual(['3']);
    expect(await notes('orders', '1', { pageSize: 1 })).toEqual(['0', '2', '4', 'archived']);
  });

  test('takes filters, and the other order', async () => {
    expect(await notes('orders', 2, { order: 'newest' })).toEqual(['5', '1']);
    expect(await notes('orders', 2, { actions: ['I'] })).toEqual([]);
  });

  test('needs a key', async () => {
    const attempt = collect(audit.history('orders', undefined as unknown as Key));
    await expect(attempt).rejects.toBeInstanceOf(InvalidFilterError);
  });
});
