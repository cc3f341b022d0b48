import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { onMaintenance, urlOf } from './maintenance.js';
import { createRole, dropRole, type RoleOptions, type TestRole } from './role.js';
import { type TestServer, testServer } from './server.js';
import { ensureTemplate, type Preparation } from './template.js';

export interface DatabaseOptions {
  /** What the database is to hold. Made once per run in a template, which is then cloned. */
  prepare?: Preparation;
}

/** A database of a test's own. What is opened through it is closed when it is dropped. */
export interface TestDatabase {
  readonly name: string;
  /** A superuser's URL. */
  readonly url: string;
  readonly server: TestServer;
  /** A new connection: the superuser's, or that of the role whose URL is given. */
  connect(url?: string): Promise<pg.Client>;
  /** A new pool, likewise. */
  pool(config?: pg.PoolConfig): pg.Pool;
  /** A role for this database alone, dropped with it. */
  createRole(options?: RoleOptions): Promise<TestRole>;
  /** This database's URL for a role, with any password. */
  roleUrl(role: string, password: string): string;
  /** Closes all connections, then drops the database and its roles. */
  drop(): Promise<void>;
  /** Closes all connections and leaves the rest to be looked at. */
  close(): Promise<void>;
}

/**
 * @example
 * const database = await createDatabase();
 * const client = await database.connect();
 * await client.query('select 1');
 * await database.drop();
 */
export async function createDatabase(options: DatabaseOptions = {}): Promise<TestDatabase> {
  const template = options.prepare ? await ensureTemplate(options.prepare) : 'template1';
  const name = `audit_test_${randomBytes(6).toString('hex')}`;
  await onMaintenance((client) => client.query(`create database ${name} template ${template}`));

  const connections: { end(): Promise<void> }[] = [];
  const roles: TestRole[] = [];
  const roleUrl = (role: string, password: string) => urlOf(name, { name: role, password });

  async function close(): Promise<void> {
    // A test may have closed some of them itself; then there is nothing to do.
    await Promise.allSettled(connections.splice(0).map((connection) => connection.end()));
  }

  return {
    name,
    url: urlOf(name),
    server: testServer(),
    roleUrl,
    async connect(url = urlOf(name)) {
      const client = new pg.Client({ connectionString: url });
      // Without a listener, a connection that a test has the server terminate ends the process.
      client.on('error', () => {});
      await client.connect();
      connections.push(client);
      return client;
    },
    pool(config) {
      const pool = new pg.Pool({ connectionString: urlOf(name), ...config });
      pool.on('error', () => {});
      connections.push({ end: async () => (pool.ended ? undefined : pool.end()) });
      return pool;
    },
    async createRole(options) {
      const role = await createRole(roleUrl, options);
      roles.push(role);
      return role;
    },
    close,
    async drop() {
      await close();
      await onMaintenance(async (client) => {
        await client.query(`drop database if exists ${name} with (force)`);
        for (const role of roles.splice(0)) await dropRole(client, role);
      });
    },
  };
}
