import pg from 'pg';
import type { TestServer } from './server.js';

interface Answer {
  version: string;
  number: number;
  superuser: boolean;
  extensions: string[];
}

/** What a running server says of itself. */
export async function inspectServer(
  url: string,
): Promise<Pick<TestServer, 'version' | 'majorVersion' | 'extensions'>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect().catch((cause) => {
    throw new Error(`the test server can't be reached: ${cause.message}`, { cause });
  });
  try {
    const { rows } = await client.query<Answer>(`
      select current_setting('server_version') as version,
             current_setting('server_version_num')::int as number,
             current_setting('is_superuser')::boolean as superuser,
             array(
               select name::text
               from pg_catalog.pg_available_extensions
               -- pg_cron can be created only where the server has loaded it at its start
               where name <> 'pg_cron'
                  or current_setting('shared_preload_libraries') ~ '\\mpg_cron\\M'
               order by name
             ) as extensions
    `);
    const row = rows[0];
    if (row === undefined) throw new Error('the server said nothing of itself');
    if (!row.superuser) throw new Error('the tests need a superuser, to make roles and databases');
    return {
      version: row.version,
      majorVersion: Math.floor(row.number / 10_000),
      extensions: row.extensions,
    };
  } finally {
    await client.end();
  }
}
