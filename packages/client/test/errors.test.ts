import { useDatabase } from '@audit/test-db';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  AuditError,
  AuditSqlError,
  ConnectionError,
  createAuditClient,
  NotInstalledError,
  PermissionError,
  toAuditError,
} from '../src/index.js';
import { nodePostgres } from '../src/node-postgres/index.js';
import { pglite } from '../src/pglite/index.js';
import { collect } from './support/collect.js';
import { installed } from './support/targets.js';

const database = useDatabase({ prepare: installed });
const empty = useDatabase();

/** The error that reading the log ends with, the same for a page and for a stream. */
async function errorOf(config: pg.PoolConfig): Promise<AuditError> {
  const pool = new pg.Pool(config);
  try {
    const audit = createAuditClient(nodePostgres(pool));
    const error = await audit.entries().catch((caught) => caught);
    const streamed = await collect(audit.streamEntries()).catch((caught) => caught);
    expect(streamed.constructor).toBe(error.constructor);
    expect(error).toBeInstanceOf(AuditError);
    return error;
  } finally {
    await pool.end();
  }
}

describe('reading the log', () => {
  test('of a database without it', async () => {
    const error = await errorOf({ connectionString: empty().url });
    expect(error).toBeInstanceOf(NotInstalledError);
    expect(error).toMatchObject({
      code: '42P01',
      hint: expect.stringContaining('audit-cli install'),
      cause: { code: '42P01', severity: 'ERROR' },
    });
  });

  describe('of a PGlite database without it', () => {
    let db: PGlite;
    beforeAll(async () => {
      db = await PGlite.create();
    });
    afterAll(() => db.close());

    test('is the same error', async () => {
      const audit = createAuditClient(pglite(db));
      await expect(audit.entries()).rejects.toBeInstanceOf(NotInstalledError);
    });
  });

  test('without the right to', async () => {
    const role = await database().createRole();
    const error = await errorOf({ connectionString: role.url });
    expect(error).toBeInstanceOf(PermissionError);
    expect(error).toMatchObject({ code: '42501', hint: expect.stringContaining('grant USAGE') });
  });

  test('needs no more than the rights that the hint names', async () => {
    const role = await database().createRole();
    const admin = await database().connect();
    await admin.query(`
      grant usage on schema audit to ${role.name};
      grant select on audit.data_op_log to ${role.name};
      grant execute on function audit.names_of, audit.field_names_of to ${role.name}`);
    const reader = new pg.Client({ connectionString: role.url });
    await reader.connect();
    try {
      const audit = createAuditClient(nodePostgres(reader));
      const filter = { table: 'shop.orders', changedField: 'qty' };
      expect((await audit.entries(filter)).entries).toEqual([]);
    } finally {
      await reader.end();
    }
  });

  test('with a wrong password, which is not repeated', async () => {
    const role = await database().createRole();
    const error = await errorOf({ connectionString: database().roleUrl(role.name, 'not-it') });
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ code: '28P01', hint: expect.stringContaining('password') });
    expect(`${error.message} ${error.hint}`).not.toContain('not-it');
  });

  test('of a database that is not there', async () => {
    const url = new URL(database().url);
    url.pathname = '/no_such_database';
    const error = await errorOf({ connectionString: url.href });
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ code: '3D000', message: expect.stringContaining('no_such') });
  });

  test.each(['127.0.0.1', 'localhost'])('of a server that does not run, at %s', async (host) => {
    const error = await errorOf({ host, port: 1 });
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ code: 'ECONNREFUSED', hint: expect.stringContaining('port') });
  });

  test('of a socket that is not there', async () => {
    const error = await errorOf({ host: '/nowhere' });
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ code: 'ENOENT' });
  });

  test('over a connection that is lost', async () => {
    const client = await database().connect();
    const audit = createAuditClient(nodePostgres(client));
    const { rows } = await client.query('select pg_backend_pid() as pid');
    await (await database().connect()).query('select pg_terminate_backend($1)', [rows[0].pid]);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await expect(audit.entries()).rejects.toBeInstanceOf(ConnectionError);
  });
});

test('withContext says what is wrong with the connection', async () => {
  const pool = new pg.Pool({ host: '127.0.0.1', port: 1 });
  const audit = createAuditClient(nodePostgres(pool));
  await expect(audit.withContext({}, async () => {})).rejects.toBeInstanceOf(ConnectionError);
  await pool.end();
});

test("the schema's own errors keep their SQLSTATE, message and hint", async () => {
  const client = await database().connect();
  const raised = await client
    .query(
      `do $$ begin raise exception 'no key' using errcode = 'UA042', hint = 'give one'; end $$`,
    )
    .catch((error) => error);
  const error = toAuditError(raised);
  expect(error).toBeInstanceOf(AuditSqlError);
  expect(error).toMatchObject({
    code: 'UA042',
    message: 'no key',
    hint: 'give one',
    cause: raised,
  });
});

test('errors that say nothing about the audit schema stay what they are', async () => {
  const client = await database().connect();
  const missing = await client.query('select * from nowhere').catch((error) => error);
  expect(toAuditError(missing)).toBe(missing);
  for (const other of [new Error('x'), undefined, null, 'text', { code: 7 }, { code: 'ENOENT' }]) {
    expect(toAuditError(other)).toBe(other);
  }
});
