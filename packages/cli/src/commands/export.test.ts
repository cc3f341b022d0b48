import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { useDatabase } from '@audit/test-db';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cli } from '../../test/cli.js';
import { auditedShop } from '../../test/shop.js';

const database = useDatabase({ prepare: auditedShop });
const directory = mkdtempSync(join(tmpdir(), 'audit-cli-export-'));
const at = (name: string) => join(directory, name);
const text = (name: string) => readFileSync(at(name), 'utf8');
const run = (...args: string[]) => cli(['export', ...args], { DATABASE_URL: database().url });
const sql = async (query: string, params?: unknown[]) =>
  (await database().connect()).query(query, params);

afterAll(() => rmSync(directory, { recursive: true }));

beforeAll(async () => {
  const client = await database().connect();
  await client.query(`
    create table shop.people (id int primary key, name text, email text, role text, doc jsonb);
    select audit.track('shop.people')`);
  await client.query(`
    insert into shop.people values (1, 'Анна', 'a@example.org', 'reader'), (2, 'b', null, '=1+1'), (3, 'c', '', '-1')`);
  await client.query(
    `update shop.people set name = 'Анна "А", из' || chr(10) || 'Праги', email = null, role = '' where id = 1`,
  );
  await client.query(`update shop.people set email = 'b', role = chr(13) || 'x' where id = 2`);
  await client.query(
    `update shop.people set role = '@cmd', doc = '{"n": 9007199254740993.10}' where id = 3`,
  );
  await client.query('delete from shop.people where id = 3');
});

test('a day of a table is byte for byte what the server writes', async () => {
  for (const [day, zone] of [
    ['today', 'UTC'],
    ['yesterday', 'Europe/Berlin'],
  ] as const) {
    const { rows } = await sql(
      `select audit._export_lines('shop.people', case $1 when 'today' then (now() at time zone $2)::date end, time_zone => $2) as line`,
      [day, zone],
    );
    const written = rows.map(({ line }) => `${line}\n`).join('');
    const { code, stdout } = await run('--table', 'shop.people', '--day', day, '--time-zone', zone);
    expect({ code, stdout }).toEqual({ code: 0, stdout: written });
    expect(stdout.split('\n').length).toBeGreaterThan(day === 'today' ? 7 : 1);
  }
});

test('into a directory it goes under the name that the server would give it', async () => {
  const { code, stderr } = await run('--table', 'people', '--day', 'today', '-o', directory);
  expect({ code, stderr }).toMatchObject({ code: 0 });
  const [name = ''] = readdirSync(directory).filter((file) => file.startsWith('people_audit'));
  expect(name).toMatch(/^people_audit_export_\d{8}_\d{4}\.csv$/);
  expect(text(name)).toMatch(/^data_id,field_changed,old_value,new_value,changed_by,changed_at\n/);
});

test('fields in each format; cells are made safe where asked for', async () => {
  await run('--table', 'people', '-o', at('plain.csv'), '--id-header', 'person_id');
  expect(text('plain.csv')).toMatch(/^person_id,/);
  expect(text('plain.csv')).toContain('3,role,-1,@cmd,');
  expect(text('plain.csv')).toContain('1,email,a@example.org,,');
  expect(text('plain.csv')).toContain('1,role,reader,"",');
  await run('--table', 'people', '-o', at('safe.csv'), '--safe-cells');
  expect(text('safe.csv')).toContain(`3,role,'-1,'@cmd,`);
  expect(text('safe.csv')).toContain(`2,role,'=1+1,"'\rx",`);

  await run('--table', 'people', '-o', at('fields.jsonl'), '--action', 'U,D');
  const lines = text('fields.jsonl').trimEnd().split('\n');
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ data_id: '3', field_changed: null });
  expect(lines.some((line) => line.includes('9007199254740993.10'))).toBe(true);

  await run('--table', 'people', '-o', at('fields.xlsx'));
  const { sheets } = await readXlsx(readFileSync(at('fields.xlsx')));
  const cells = sheets[0]?.rows ?? [];
  expect(cells[0]).toEqual([
    'data_id',
    'field_changed',
    'old_value',
    'new_value',
    'changed_by',
    'changed_at',
  ]);
  expect(cells.map((row) => row[3])).toContain(`'@cmd`);
  await run('--table', 'people', '-o', at('unsafe.xlsx'), '--no-safe-cells');
  const unsafe = await readXlsx(readFileSync(at('unsafe.xlsx')));
  expect(unsafe.sheets[0]?.rows.map((row) => row[3])).toContain('@cmd');
});

test('records: all columns, with every digit', async () => {
  const { code, stdout } = await run('--view', 'records', '--format', 'jsonl', '--json');
  expect(code).toBe(0);
  const { rows } = await sql(
    `select to_jsonb(l)::text as record from audit.data_op_log as l order by id`,
  );
  const records = stdout.trimEnd().split('\n');
  expect(records.map((line) => Object.keys(JSON.parse(line)).sort())).toEqual(
    rows.map(({ record }) => Object.keys(JSON.parse(record)).sort()),
  );
  expect(records.map((line) => JSON.parse(line).raw_data)).toEqual(
    rows.map(({ record }) => JSON.parse(record).raw_data),
  );
  expect(stdout).toContain('9007199254740993.10');
});

test('filters', async () => {
  const count = async (...args: string[]) => {
    const { stderr } = await run('--view', 'records', ...args, '-o', '-', '--json');
    return JSON.parse(stderr).rows;
  };
  expect(await count('--table', 'people', '--key', '3')).toBe(3);
  expect(await count('--action', 'D')).toBe(1);
  expect(await count('--op-type', 'nothing')).toBe(0);
  expect(await count('--until', '2000-01-01')).toBe(0);
  expect(await count('--day', 'today', '--time-zone', 'UTC', '--actor', 'nobody')).toBe(0);
  const fields = await run('--key', '3', '--op-type', 'nothing', '--json');
  expect(JSON.parse(fields.stderr).rows).toBe(0);
  const named = await run('--key', '3');
  expect(named.stdout).toContain('shop,people,3,role,-1,@cmd,');
});

test('a whole file or none; an existing one is not replaced', async () => {
  writeFileSync(at('mine.csv'), 'mine');
  const refused = await run('-o', at('mine.csv'));
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toMatch(/exists already\n hint: .*--force/);
  expect(text('mine.csv')).toBe('mine');
  const forced = await run('-o', at('mine.csv'), '--force', '--json');
  expect(JSON.parse(forced.stdout)).toEqual({
    file: at('mine.csv'),
    view: 'fields',
    format: 'csv',
    rows: 7,
    bytes: Buffer.byteLength(text('mine.csv')),
  });
  expect(readdirSync(directory).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test.each([
  [['-o', '/nonexistent/x.csv'], 'no directory /nonexistent'],
  [['-o', '/nonexistent/'], 'no directory /nonexistent'],
  [['--table', 'shop.nothing'], 'no history of a table shop.nothing'],
  [['--time-zone', 'Mars/Olympus'], 'no time zone Mars/Olympus'],
  [['--table', 'people', '--day', '2999-01-01'], 'has not begun'],
])('%j: a clear error', async (args, problem) => {
  const { code, stdout, stderr } = await run(...args);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^error: [^\n]+\n hint: [^\n]+\n$/);
  expect(stderr).toContain(problem);
});

test.each([
  [['--day', 'soon']],
  [['--day', '2026-02-30']],
  [['--id-header', '']],
  [['--id-header', 'user_id', '--view', 'records']],
  [['--id-header', 'user_id', '--incremental', 'x', '-o', 'x.csv']],
  [['--incremental', 'x', '-o', '.']],
  [['--day', 'today', '--since', '1h']],
  [['--incremental', 'x', '--day', 'today']],
  [['--reset']],
  [['--incremental', 'x', '--after-id', '1']],
  [['--format', 'xml']],
])('%j is wrong usage', async (args) => {
  expect(await run(...args)).toMatchObject({ code: 64, stdout: '' });
});

test('incremental: each run appends what is new', async () => {
  const incremental = (...args: string[]) =>
    run('--view', 'records', '--incremental', 'bits', '-o', at('bits.csv'), '--json', ...args);
  const first = JSON.parse((await incremental()).stdout);
  expect(first).toMatchObject({ reader: 'bits', records: 7, rows: 7 });
  expect(JSON.parse((await incremental()).stdout)).toMatchObject({ records: 0, bytes: 0 });
  await sql(`update shop.people set name = 'again' where id = 1`);
  expect(JSON.parse((await incremental()).stdout)).toMatchObject({ records: 1 });
  expect(text('bits.csv').match(/^id,/gm)).toHaveLength(1);

  // What a killed run has left behind the end that the reader knows of.
  writeFileSync(at('bits.csv'), `${text('bits.csv')}half a li`);
  await sql(`update shop.people set name = 'and again' where id = 1`);
  await incremental();
  expect(text('bits.csv')).not.toContain('half a li');

  const other = await incremental('--table', 'people');
  expect(other.code).toBe(1);
  expect(JSON.parse(other.stderr).error).toMatchObject({ code: 'UA033' });

  writeFileSync(at('bits.csv'), 'cut');
  const cut = await incremental();
  expect(JSON.parse(cut.stderr).error.message).toMatch(/has 3 bytes, and the reader has written/);
});

test('incremental: the file of somebody else is not begun in', async () => {
  writeFileSync(at('taken.csv'), 'mine');
  const { code, stderr } = await run('--incremental', 'taken', '-o', at('taken.csv'));
  expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('exists') });
  expect(text('taken.csv')).toBe('mine');
});

test.each(['csv', 'xlsx'])(
  'incremental: a directory that is not there binds no reader (%s)',
  async (format) => {
    const begin = (name: string) => run('--incremental', `typo-${format}`, '-o', at(name));
    expect(await begin(`nowhere/typo.${format}`)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('there is no directory'),
    });
    expect(await begin(`typo.${format}`)).toMatchObject({ code: 0 });

    // Nor does it have one begin anew.
    const reset = await run(
      '--incremental',
      `typo-${format}`,
      '--reset',
      '-o',
      at(`nowhere/x.${format}`),
    );
    expect(reset.code).toBe(1);
    expect(await begin(`typo.${format}`)).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('0 rows'),
    });
  },
);

test('incremental: a workbook for each run that found something', async () => {
  const workbook = () => run('--incremental', 'books', '-o', at('books.xlsx'), '--json');
  const first = JSON.parse((await workbook()).stdout);
  expect(first.file).toBe(at('books-000001.xlsx'));
  // Killed before it was committed, and after.
  writeFileSync(at('.books-000002.xlsx.part'), 'not committed');
  writeFileSync(at('.books-000000.xlsx.part'), 'committed');
  await sql(`update shop.people set name = 'book' where id = 1`);
  const second = JSON.parse((await workbook()).stdout);
  expect(second.file).toBe(at('books-000002.xlsx'));
  expect(text('books-000000.xlsx')).toBe('committed');
  expect(readFileSync(at('books-000002.xlsx')).subarray(0, 2).toString()).toBe('PK');
  expect(JSON.parse((await workbook()).stdout)).toMatchObject({ file: null, rows: 0 });
});

test('after a restore into another cluster it says so, and begins anew when told', async () => {
  await run('--incremental', 'moved', '-o', at('moved.csv'));
  const { rows } = await sql(
    `update audit.cluster set system_identifier = 'another' returning settled_id`,
  );
  expect(rows).toHaveLength(1);
  const refused = await run('--incremental', 'moved', '-o', at('moved.csv'));
  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(/from another cluster[^\n]*\n hint: .*--reset/);
  const again = await run('--incremental', 'moved', '--reset', '-o', at('moved2.csv'));
  expect(again).toMatchObject({ code: 0 });
  expect(text('moved2.csv')).toContain(text('moved.csv'));
  expect(existsSync(at('moved.csv'))).toBe(true);
});
