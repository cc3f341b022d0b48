import { nodePostgres } from '@audit/client/node-postgres';
import pg from 'pg';
import { explainConnection } from '../errors/explain-connection.js';
import type { Database } from './open.js';

const defaultConnectTimeout = 5;

function configOf(url: string | undefined, env: NodeJS.ProcessEnv): pg.ClientConfig {
  return {
    ...(url !== undefined && { connectionString: url }),
    connectionTimeoutMillis: 1000 * (Number(env.PGCONNECT_TIMEOUT) || defaultConnectTimeout),
    fallback_application_name: 'audit-cli',
  };
}

/** Connects at once, so that whatever is wrong with the connection is told as that. */
export async function openPostgres(
  url: string | undefined,
  env: NodeJS.ProcessEnv,
): Promise<Database> {
  const client = new pg.Client(configOf(url, env));
  // A connection that breaks between two statements must not end the process; the next one reports it.
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    // Not every failure closes the socket, and an open one would keep the process alive.
    await client.end();
    const { host, port, user = '', database = '' } = client;
    throw explainConnection(error, { host, port, user, database });
  }
  return { driver: nodePostgres(client), close: () => client.end() };
}

/** A pool, for what goes on after a lost connection, or listens on one of its own. */
export async function openPool(url: string | undefined, env: NodeJS.ProcessEnv): Promise<Database> {
  const first = await openPostgres(url, env);
  await first.close();
  const pool = new pg.Pool({ ...configOf(url, env), max: 3 });
  pool.on('error', () => {});
  return { driver: nodePostgres(pool), close: () => pool.end() };
}
