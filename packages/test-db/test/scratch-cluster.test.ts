import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import pg from 'pg';
import { expect, test, vi } from 'vitest';

/** Takes a server of its own, says where it is, and waits to be killed. */
const holder = `
  import pg from 'pg';
  import { takeServer } from '@audit/test-db';
  const { server } = await takeServer();
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  const { rows } = await client.query("select current_setting('data_directory') as directory");
  await client.end();
  console.log(JSON.stringify({ url: server.url, directory: rows[0].directory }));
  setInterval(() => {}, 60_000);
`;

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  );
}

test.for(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)(
  'a run that ends with %s leaves no server behind',
  async (signal) => {
    const { AUDIT_TEST_SERVER, AUDIT_TEST_DATABASE_URL, ...environment } = process.env;
    const run = spawn(process.execPath, ['--input-type=module', '--eval', holder], {
      cwd: import.meta.dirname,
      env: environment,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [line] = await once(run.stdout, 'data');
    const { url, directory } = JSON.parse(String(line));
    expect(await answers(url)).toBe(true);

    run.kill(signal);

    await vi.waitFor(() => expect(existsSync(dirname(directory))).toBe(false), { timeout: 20_000 });
    expect(await answers(url)).toBe(false);
  },
);
