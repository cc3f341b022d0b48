import type { SqlDriver } from '@audit/schema';
import type { Transaction } from '@electric-sql/pglite';
import type { ClientBase, Pool } from 'pg';
import { expectTypeOf, test } from 'vitest';
import {
  type AuditClient,
  type AuditDriver,
  type AuditEntry,
  type AuditSession,
  applyContext,
  type Change,
  type EntryPage,
  type JsonChange,
  type JsonValue,
  type RowEntry,
  type UpdateEntry,
} from '../src/index.js';
import type { nodePostgres } from '../src/node-postgres/index.js';
import type { pglite } from '../src/pglite/index.js';

interface Order {
  id: number;
  status: string;
  lines: unknown[];
}

test('a row type gives names to what an entry holds', () => {
  type Entry = AuditEntry<Order>;
  expectTypeOf<keyof Entry['changes']>().toEqualTypeOf<'id' | 'status' | 'lines'>();
  expectTypeOf<Entry['changes']['status']>().toEqualTypeOf<Change | undefined>();
  expectTypeOf<Entry['jsonChanges']['lines']>().toEqualTypeOf<JsonChange | undefined>();
  expectTypeOf<keyof RowEntry<Order>['rawData']>().toEqualTypeOf<'id' | 'status' | 'lines'>();
  // The log holds JSON, whatever the row type says.
  expectTypeOf<RowEntry<Order>['rawData']['id']>().toEqualTypeOf<JsonValue>();
});

test('without a row type every name is possible, and may be absent', () => {
  expectTypeOf<AuditEntry['changes'][string]>().toEqualTypeOf<Change | undefined>();
});

test('the action tells entries apart', () => {
  type Updated = Extract<AuditEntry<Order>, { action: 'U' }>;
  expectTypeOf<Updated>().toEqualTypeOf<UpdateEntry<Order>>();
  expectTypeOf<Updated['rawData']>().toEqualTypeOf<null>();
  expectTypeOf<AuditEntry['action']>().toEqualTypeOf<'I' | 'U' | 'D' | 'T'>();
});

test('the diff type tells JSON changes apart', () => {
  expectTypeOf<JsonChange['diffType']>().toEqualTypeOf<
    'object' | 'array' | 'objectArray' | 'other'
  >();
  expectTypeOf<Extract<JsonChange, { diffType: 'object' }>['changes']>().toEqualTypeOf<
    Readonly<Record<string, Change>>
  >();
  expectTypeOf<Extract<JsonChange, { diffType: 'other' }>['after']>().toEqualTypeOf<JsonValue>();
  expectTypeOf<Extract<JsonChange, { diffType: 'array' }>>().not.toHaveProperty('modifiedItems');
});

test('64-bit numbers are bigints, and times are texts', () => {
  expectTypeOf<AuditEntry['id']>().toEqualTypeOf<bigint>();
  expectTypeOf<AuditEntry['transactionId']>().toEqualTypeOf<bigint | null>();
  expectTypeOf<AuditEntry['transactionAt']>().toEqualTypeOf<string>();
});

test('methods return what they promise', () => {
  type Client = AuditClient<ClientBase>;
  const page = (audit: Client) => audit.entries();
  expectTypeOf<ReturnType<typeof page>>().toEqualTypeOf<Promise<EntryPage>>();
  const orders = (audit: Client) => audit.entries<Order>({ table: 'orders' });
  expectTypeOf<ReturnType<typeof orders>>().toEqualTypeOf<Promise<EntryPage<Order>>>();
  const one = (audit: Client) => audit.entry<Order>(1n);
  expectTypeOf<ReturnType<typeof one>>().toEqualTypeOf<Promise<AuditEntry<Order> | undefined>>();
  const history = (audit: Client) => audit.history<Order>('orders', 1);
  expectTypeOf<ReturnType<typeof history>>().toExtend<AsyncIterable<AuditEntry<Order>>>();
  const stream = (audit: Client) => audit.streamEntries<Order>();
  expectTypeOf<ReturnType<typeof stream>>().toExtend<AsyncIterable<AuditEntry<Order>>>();
  const work = (audit: Client) => audit.withContext({}, async (tx) => tx.client);
  expectTypeOf<ReturnType<typeof work>>().toEqualTypeOf<Promise<ClientBase>>();
});

test('the adapters give typed native clients', () => {
  expectTypeOf<typeof nodePostgres>().returns.toEqualTypeOf<AuditDriver<ClientBase>>();
  expectTypeOf<typeof nodePostgres>().toBeCallableWith({} as Pool);
  expectTypeOf<typeof pglite>().returns.toEqualTypeOf<AuditDriver<Transaction>>();
  expectTypeOf<AuditDriver<ClientBase>>().toExtend<SqlDriver>();
});

test('a context can be applied to whatever runs SQL', () => {
  expectTypeOf(applyContext).toBeCallableWith({} as ClientBase, {});
  expectTypeOf(applyContext).toBeCallableWith({} as Transaction, {});
  expectTypeOf(applyContext).toBeCallableWith({} as AuditSession, {});
});
