import { useDatabase } from '@audit/test-db';
import { expect, test } from 'vitest';
import { cli } from './cli.js';
import { auditedShop, shop } from './shop.js';

const database = useDatabase({ prepare: auditedShop });
const bare = useDatabase({ prepare: shop });

/** One sentence, one piece of advice, nothing else. */
const twoLines = /^error: [^\n]+\n hint: [^\n]+\n$/;

function at(change: (url: URL) => void): string {
  const url = new URL(database().url);
  change(url);
  return url.href;
}

async function failure(url: string, args = ['status'], env: NodeJS.ProcessEnv = {}) {
  const { code, stdout, stderr } = await cli([...args, '--database-url', url], env);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(twoLines);
  return stderr;
}

test('a wrong password', async () => {
  const told = await failure(
    at((url) => {
      url.password = 's3cret-and-wrong';
    }),
  );
  expect(told).toContain('does not accept this password');
  expect(told).not.toContain('s3cret');
});

test('no password where one is asked for', async () => {
  const told = await failure(
    at((url) => {
      url.password = '';
    }),
    ['status'],
    { HOME: '/nonexistent' },
  );
  expect(told).toContain('asks');
});

test('a server that is not there', async () => {
  const told = await failure('postgres://app:s3cret@127.0.0.1:1/shop');
  expect(told).toContain('no server answers at 127.0.0.1:1');
  expect(told).not.toContain('s3cret');
});

test('a server that does not answer', async () => {
  const started = Date.now();
  const told = await failure('postgres://app:s3cret@192.0.2.1/shop', ['status'], {
    PGCONNECT_TIMEOUT: '1',
  });
  expect(Date.now() - started).toBeLessThan(5000);
  expect(told).toMatch(/did not answer|no connection|no server/);
});

test('a host name that nobody knows', async () => {
  expect(await failure('postgres://app:s3cret@no-such-host.invalid/shop')).toContain(
    'no-such-host.invalid',
  );
});

test('a database that does not exist', async () => {
  const told = await failure(
    at((url) => {
      url.pathname = '/no_such_database';
    }),
  );
  expect(told).toContain('no database no_such_database');
});

test('a URL that cannot be read is not repeated', async () => {
  expect(await failure('postgres://app:s3/cret@h/d')).not.toContain('cret');
  expect(await failure('s3cret')).not.toContain('s3cret');
});

test('a PGlite directory that does not exist is not made', async () => {
  expect(await failure('pglite:/nonexistent/db')).toContain('/nonexistent/db');
});

test('a role without rights', async () => {
  const role = await database().createRole();
  const attempts = [['log'], ['track', 'shop.orders'], ['uninstall'], ['install']];
  for (const args of attempts) {
    const told = await failure(role.url, args);
    expect(told).not.toContain(role.password);
    expect(told).toMatch(/right|permission|own/i);
  }
});

test('a schema never installed', async () => {
  for (const args of [
    ['log'],
    ['track', 'shop.orders'],
    ['untrack', 'shop.orders'],
    ['uninstall'],
  ]) {
    expect(await failure(bare().url, args)).toContain('not installed');
  }
});

test('with --json the error is JSON, on stderr', async () => {
  const { code, stdout, stderr } = await cli(['log', '--json', '--database-url', bare().url]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(JSON.parse(stderr)).toEqual({
    error: { code: expect.any(String), message: expect.any(String), hint: expect.any(String) },
  });
});

test('--verbose shows where it comes from, still without the password', async () => {
  const url = 'postgres://app:s3cret@127.0.0.1:1/shop';
  const { stderr } = await cli(['status', '--verbose', '--database-url', url]);
  expect(stderr).toMatch(/\n +at /);
  expect(stderr).not.toContain('s3cret');
});

test('the PG* variables are enough', async () => {
  const { hostname, port, username, password, pathname } = new URL(database().url);
  const { code } = await cli(['status'], {
    PGHOST: hostname,
    PGPORT: port,
    PGUSER: username,
    PGPASSWORD: password,
    PGDATABASE: pathname.slice(1),
  });
  expect(code).toBe(0);
});
