import { beforeAll, expect, test } from 'vitest';
import {
  type AuditClient,
  createAuditClient,
  type EntryFilter,
  InvalidFilterError,
  type PageOptions,
} from '../src/index.js';
import { type Record, writeRecords } from './support/records.js';
import { describeDrivers } from './support/targets.js';

/** One record for each condition; `op_note` is its name in the tests. */
const records: Record[] = [
  { op_note: 'insert', action: 'I', raw_data: '{"status": "new"}', op_type: 'sale' },
  {
    op_note: 'update',
    diff: '{"diffType": "normal", "status": "\\"new\\" -> \\"paid\\""}',
    op_meta: '{"actor": "support"}',
    action_tstamp_tx: '2026-05-01T08:00:00.000001Z',
  },
  {
    op_note: 'json',
    json_diff: '{"labels": {"diffType": "array", "newItems": [1.50], "removedItems": []}}',
    modified_by: 'billing',
    transaction_id: '9007199254740993',
    action_tstamp_tx: '2026-05-01T08:00:00.000002Z',
  },
  {
    op_note: 'reserved names',
    diff: '{"diffType": "normal", "∆diffType": "1 -> 2", "∆∆diffType": "3 -> 4"}',
    revision_id: 'r7',
  },
  { op_note: 'two-part key', data_id: '2∆x', action: 'D', raw_data: '{}' },
  { op_note: 'other schema', schema_name: 'archive', data_id: '9' },
  { op_note: 'dotted', table_name: 'odd.name', data_id: '3' },
  { op_note: 'truncate', action: 'T', data_id: null, statement_only: 'true' },
];

describeDrivers('entries', (driver) => {
  let audit: AuditClient;
  beforeAll(async () => {
    audit = createAuditClient(driver());
    await writeRecords(driver(), records);
  });

  const found = async (filter: EntryFilter & PageOptions) =>
    (await audit.entries({ order: 'oldest', ...filter })).entries.map(({ opNote }) => opNote);

  const sameTable = ['insert', 'update', 'json', 'reserved names', 'two-part key'];

  test.each<[string, EntryFilter, string[]]>([
    ['a table in any schema', { table: 'orders' }, [...sameTable, 'other schema', 'truncate']],
    ['a qualified table', { table: 'shop.orders' }, [...sameTable, 'truncate']],
    ['schema and table', { schema: 'archive', table: 'orders' }, ['other schema']],
    ['a schema', { schema: 'archive' }, ['other schema']],
    ['a table whose name has a dot', { schema: 'shop', table: 'odd.name' }, ['dotted']],
    ['a name that is no SQL', { table: `orders' or true --` }, []],
    ['a key', { table: 'orders', key: '1' }, sameTable.slice(0, 4)],
    ['a number as key', { table: 'orders', key: 9 }, ['other schema']],
    ['a bigint as key', { table: 'orders', key: 9n }, ['other schema']],
    ['a key of two columns', { table: 'orders', key: [2, 'x'] }, ['two-part key']],
    ['the same key joined', { table: 'orders', key: '2∆x' }, ['two-part key']],
    ['actions', { actions: ['I', 'D', 'T'] }, ['insert', 'two-part key', 'truncate']],
    ['no action at all', { actions: [] }, []],
    ['a changed field', { changedField: 'status' }, ['update']],
    ['a changed JSON field', { changedField: 'labels' }, ['json']],
    ['a field named diffType', { changedField: 'diffType' }, ['reserved names']],
    ['a field named ∆diffType', { changedField: '∆diffType' }, ['reserved names']],
    ['a field named ∆∆diffType', { changedField: '∆∆diffType' }, []],
    ['op_type', { opType: 'sale' }, ['insert']],
    ['revision_id', { revisionId: 'r7' }, ['reserved names']],
    ['the actor of the context', { actor: 'support' }, ['update']],
    ['modified_by as actor', { actor: 'billing' }, ['json']],
    ['a role as actor', { actor: 'app', actions: ['I'] }, ['insert']],
    ['a transaction', { transactionId: 9007199254740993n }, ['json']],
    [
      'a time range, to the microsecond',
      { since: '2026-05-01T08:00:00.000001Z', until: '2026-05-01T10:00:00.000002+02:00' },
      ['update'],
    ],
    ['a time range of Dates', { until: new Date('2026-05-01T08:00:00Z') }, []],
    ['all conditions together', { actor: 'support', changedField: 'labels' }, []],
  ])('by %s', async (_, filter, expected) => {
    expect(await found(filter)).toEqual(expected);
  });

  test('are newest first unless told otherwise', async () => {
    const { entries } = await audit.entries({ limit: 2 });
    expect(entries.map(({ opNote }) => opNote)).toEqual(['truncate', 'dotted']);
  });

  test('have every column, exact', async () => {
    const [entry] = (await audit.entries({ changedField: 'labels' })).entries;
    expect(entry).toMatchObject({
      schema: 'shop',
      table: 'orders',
      key: '1',
      action: 'U',
      actor: 'billing',
      modifiedBy: 'billing',
      roleName: 'app',
      rawData: null,
      transactionId: 9007199254740993n,
      transactionAt: '2026-05-01T08:00:00.000002Z',
      relid: 1,
      changes: {},
      jsonChanges: {
        labels: { diffType: 'array', newItems: [{ text: '1.50' }], reordered: false },
      },
    });
  });

  test('are found one by one by id', async () => {
    const [first] = (await audit.entries({ limit: 1 })).entries;
    expect(first).toBeDefined();
    expect(await audit.entry(first?.id ?? 0n)).toEqual(first);
    expect(await audit.entry(-1n)).toBeUndefined();
  });

  test.each(['newest', 'oldest'] as const)(
    'are paged without gap or repetition, %s first',
    async (order) => {
      const ids: bigint[] = [];
      let after: string | undefined;
      do {
        const page = await audit.entries({ order, limit: 3, after });
        ids.push(...page.entries.map(({ id }) => id));
        after = page.nextCursor ?? undefined;
        // Written between two pages: not part of what is being read newest first.
        if (order === 'newest' && ids.length === 3)
          await writeRecords(driver(), [{ op_note: 'late' }]);
      } while (after);
      const up = order === 'oldest';
      expect(ids).toEqual([...new Set(ids)].sort((a, b) => (a < b === up ? -1 : 1)));
      expect(ids).toHaveLength(up ? records.length + 1 : records.length);
    },
  );

  test('end with a page without cursor, even a full one', async () => {
    const total = (await audit.entries()).entries.length;
    expect((await audit.entries({ limit: total })).nextCursor).toBeNull();
    expect((await audit.entries({ limit: total - 1 })).nextCursor).toEqual(expect.any(String));
  });

  test.each<[string, object]>([
    ['limit 0', { limit: 0 }],
    ['limit 1001', { limit: 1001 }],
    ['limit 1.5', { limit: 1.5 }],
    ['an unknown order', { order: 'random' }],
    ['an unknown action', { actions: ['X'] }],
    ['a cursor that is none', { after: 'abc' }],
    ['a cursor of another order', { after: Buffer.from('oldest:1').toString('base64url') }],
    ['a time without offset', { since: '2026-05-01T08:00:00' }],
    ['a time that is none', { since: 'yesterday' }],
    ['an invalid Date', { until: new Date('x') }],
    ['a rounded transaction id', { transactionId: 2 ** 53 }],
  ])('are refused for %s', async (_, filter) => {
    const attempt = audit.entries(filter as PageOptions);
    await expect(attempt).rejects.toBeInstanceOf(InvalidFilterError);
    await expect(attempt).rejects.toHaveProperty('hint', expect.any(String));
  });
});
