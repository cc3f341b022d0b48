import { useDatabase } from '@audit/test-db';
import { expect, test } from 'vitest';
import { cli } from '../../test/cli.js';
import { shop } from '../../test/shop.js';

const database = useDatabase({ prepare: shop });
const other = useDatabase({ prepare: shop });
const third = useDatabase({ prepare: shop });

test('installs, and says so in one line; a second run finds nothing to do', async () => {
  const env = { DATABASE_URL: database().url };
  const first = await cli(['install', '--engine', 'sql'], env);
  expect(first).toMatchObject({ code: 0, stderr: expect.stringContaining('audit-cli track') });
  expect(first.stdout).toMatch(/^✓ The audit schema is installed: version \d+, sql engine\.\n$/);

  const second = await cli(['install'], env);
  expect(second.stdout).toContain('is up to date');
  expect((await cli(['status'], env)).code).toBe(0);
});

test('--json is one document, and nothing else is said', async () => {
  const { code, stdout, stderr } = await cli(['install', '--json'], { DATABASE_URL: third().url });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({ from: null, to: expect.any(Number) });
});

test('--dry-run prints the SQL that does the same, and changes nothing', async () => {
  const env = { DATABASE_URL: other().url };
  const dry = await cli(['install', '--dry-run'], env);
  expect(dry).toMatchObject({ code: 0, stderr: '' });
  expect((await cli(['status'], env)).code).toBe(2);

  const client = await other().connect();
  await client.query(dry.stdout);
  expect((await cli(['status'], env)).code).toBe(0);
  expect((await cli(['install'], env)).stdout).toContain('is up to date');
});

test('print-sql prints the same SQL without a database', async () => {
  const printed = await cli(['print-sql', '--engine', 'sql']);
  expect(printed).toMatchObject({ code: 0, stderr: '' });
  const json = await cli(['print-sql', '--engine', 'sql', '--json']);
  expect(JSON.parse(json.stdout)).toEqual({ sql: printed.stdout });

  const removal = await cli(['print-sql', '--uninstall']);
  expect(removal.stdout).toMatch(/^begin;[\s\S]*commit;\n$/);
});
