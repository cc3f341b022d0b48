import { useDatabase } from '@audit/test-db';
import { describe, expect, test } from 'vitest';
import {
  ConnectionError,
  createAuditClient,
  PermissionError,
  TransactionStateError,
} from '../src/index.js';
import { nodePostgres } from '../src/node-postgres/index.js';
import { writeRecords } from './support/records.js';
import { installed } from './support/targets.js';

const database = useDatabase({ prepare: installed });

describe('a pool', () => {
  test('is never closed, and gets every connection back', async () => {
    const pool = database().pool({ max: 1 });
    const driver = nodePostgres(pool);
    await driver.query('select 1');
    await driver.transaction((tx) => tx.query('select 1'));
    await expect(driver.transaction((tx) => tx.query('select 1 / 0'))).rejects.toThrow();
    for await (const _ of driver.stream('select generate_series(1, 10)')) break;
    expect(pool).toMatchObject({ ended: false, totalCount: 1, idleCount: 1, waitingCount: 0 });
  });

  test('drops a connection that broke, and goes on with another', async () => {
    const pool = database().pool({ max: 1 });
    const audit = createAuditClient(nodePostgres(pool));
    const admin = await database().connect();
    const attempt = audit.withContext({ actor: 'support' }, async (tx) => {
      const { rows } = await tx.query('select pg_backend_pid() as pid');
      await admin.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
      // Idle, as a connection is while its service waits for something else.
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
    await expect(attempt).rejects.toBeInstanceOf(ConnectionError);
    expect(pool.totalCount).toBe(0);
    expect((await pool.query('select 1 as v')).rows).toEqual([{ v: 1 }]);
  });

  test('gives transactions their node-postgres client', async () => {
    const audit = createAuditClient(nodePostgres(database().pool()));
    const name = await audit.withContext({ opType: 'import' }, async (tx) => {
      const { rows } = await tx.client.query({
        text: "select current_setting('audit.op_type') as name",
        rowMode: 'array',
      });
      return rows[0]?.[0];
    });
    expect(name).toBe('import');
  });
});

describe('a client', () => {
  test('inside a transaction of the caller is refused', async () => {
    const client = await database().connect();
    const driver = nodePostgres(client);
    await client.query('begin');
    await client.query('create table callers_own (v int)');
    await expect(driver.transaction(async () => {})).rejects.toBeInstanceOf(TransactionStateError);
    await client.query('commit');
    await driver.transaction((tx) => tx.query('drop table callers_own'));
  });
});

test('a role with rights on its own table only says who it is, and cannot read the log', async () => {
  const role = await database().createRole();
  const admin = await database().connect();
  await admin.query(`
    create table notes (id int primary key, text text);
    grant select, insert on notes to ${role.name};
    select audit.track('notes')`);
  const service = createAuditClient(nodePostgres(database().pool({ connectionString: role.url })));
  await service.withContext({ actor: 'support', opNote: 'first note' }, (tx) =>
    tx.query(`insert into notes values (1, 'x')`),
  );
  await expect(service.entries()).rejects.toBeInstanceOf(PermissionError);
  const { entries } = await createAuditClient(nodePostgres(admin)).entries({ table: 'notes' });
  expect(entries).toMatchObject([
    { actor: 'support', opNote: 'first note', roleName: role.name, sessionUserName: role.name },
  ]);
});

test("entries do not depend on the caller's type parsers", async () => {
  const odd = { getTypeParser: () => () => 'parsed' };
  const text = { getTypeParser: () => String };
  await writeRecords(nodePostgres(database().pool()), [
    { transaction_id: '9007199254740993', client_port: '5432', raw_data: '{"a": 1}', action: 'I' },
  ]);
  const audit = createAuditClient(nodePostgres(database().pool({ types: text })));
  const [entry] = (await audit.entries()).entries;
  expect(entry).toMatchObject({
    transactionId: 9007199254740993n,
    clientPort: 5432,
    rawData: { a: 1 },
  });
  const broken = nodePostgres(database().pool({ types: odd }));
  expect((await broken.query('select 1 as v')).rows).toEqual([{ v: 'parsed' }]);
});
