import pg from 'pg';
import { type TestServer, testServer } from './server.js';

/** Runs statements on the server's maintenance database, where databases and roles are made. */
export async function onMaintenance<T>(
  run: (client: pg.Client) => Promise<T>,
  server: TestServer = testServer(),
): Promise<T> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

/** The same server's URL for another database and, if given, another role. */
export function urlOf(database: string, role?: { name: string; password: string }): string {
  const url = new URL(testServer().url);
  url.pathname = `/${encodeURIComponent(database)}`;
  if (role) {
    url.username = encodeURIComponent(role.name);
    url.password = encodeURIComponent(role.password);
  }
  return url.href;
}
