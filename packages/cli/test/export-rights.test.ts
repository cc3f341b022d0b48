import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { useDatabase } from '@audit/test-db';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cli } from './cli.js';
import { auditedShop } from './shop.js';

const database = useDatabase({ prepare: auditedShop });
const directory = mkdtempSync(join(tmpdir(), 'audit-cli-rights-'));
const document = readFileSync(new URL('../../../docs/exports.md', import.meta.url), 'utf8');
const grants = document
  .slice(document.indexOf('\n## Rights'), document.indexOf('\n## Figures'))
  .split('```')
  .filter((block) => block.startsWith('sql'))
  .map((block) => block.slice('sql'.length));

afterAll(() => rmSync(directory, { recursive: true }));

beforeAll(async () => {
  const client = await database().connect();
  await client.query(`
    create table shop.people (id int primary key, name text);
    select audit.track('shop.people')`);
  await client.query(`insert into shop.people values (1, 'Анна')`);
  await client.query(`update shop.people set name = 'Аня'`);
});

/** A role with what the documentation grants to one of that name, and no more. */
async function granted(name: 'auditor' | 'etl'): Promise<string> {
  const role = await database().createRole({ label: name });
  const block = grants.find((text) => text.includes(` to ${name};`)) ?? '';
  expect(block).toContain('grant usage on schema audit');
  const client = await database().connect();
  await client.query(
    block.replaceAll(new RegExp(`\\b(to|from) ${name};`, 'g'), `$1 ${role.name};`),
  );
  return role.url;
}

test('what is granted to who exports from outside is enough for each way of it', async () => {
  const DATABASE_URL = await granted('auditor');
  for (const args of [
    ['--day', 'yesterday'],
    ['--day', 'today', '-o', directory],
    ['--since', '1h'],
    ['--view', 'records', '--format', 'jsonl', '--actor', 'nobody'],
  ]) {
    const { code, stderr } = await cli(['export', '--table', 'people', ...args], { DATABASE_URL });
    expect({ code, stderr }).toMatchObject({ code: 0 });
  }
  const log = join(directory, 'log.jsonl');
  const refused = await cli(['export', '--incremental', 'mine', '-o', log], { DATABASE_URL });
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('a right is missing') });
});

test('what is granted to a reader is enough to read under a name, and not to write on the server', async () => {
  const DATABASE_URL = await granted('etl');
  const file = join(directory, 'etl.csv');
  for (const rows of [1, 0]) {
    const args = ['export', '--table', 'people', '--incremental', 'etl', '-o', file, '--json'];
    const { code, stdout, stderr } = await cli(args, { DATABASE_URL });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ rows });
  }
  expect(await cli(['tail', '--reader', 'other', '--json'], { DATABASE_URL })).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Аня'),
  });
  const client = await database().connect(DATABASE_URL);
  await expect(client.query(`select audit.export_csv('shop.people')`)).rejects.toMatchObject({
    code: '42501',
  });
});
