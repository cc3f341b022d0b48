// Writes src/generated/rows.ts: the rows of the log and of audit.tracked as TypeScript types, read from the catalogs
// of a live database in which the built bundle is installed. `--check` writes nothing and fails where the file is
// not what would be written.
import { readFile, writeFile } from 'node:fs/promises';
import { install } from '../dist/index.js';
import { openDatabase } from './pglite-driver.mjs';

const OUTPUT = new URL('../src/generated/rows.ts', import.meta.url);

/** Which relations become types, and which of their jsonb columns have a type of their own. */
const RELATIONS = [
  {
    name: 'data_op_log',
    type: 'DataOpLogRow',
    columns: {
      diff: 'NormalDiff',
      json_diff: 'Record<string, JsonDiff>',
      action: "'I' | 'U' | 'D' | 'T'",
    },
  },
  {
    name: 'tracked',
    type: 'TrackedRow',
    // A view's columns are all nullable to PostgreSQL; these never are.
    notNull: [
      'schema_name',
      'table_name',
      'relid',
      'key',
      'ignored',
      'masked',
      'json_columns',
      'touch',
      'log_query',
      'row_log',
      'capture',
      'engine',
      'tracked_since',
      'in_step',
      'problems',
    ],
    columns: { json_columns: 'Record<string, unknown>' },
  },
  {
    name: 'field_history',
    type: 'FieldHistoryRow',
    notNull: [
      'log_id',
      'schema_name',
      'table_name',
      'changed_at',
      'action',
      'transaction_id',
      'transaction_began',
    ],
    columns: { action: "'I' | 'U' | 'D' | 'T'" },
  },
  { name: 'export_run', type: 'ExportRunRow' },
  {
    name: 'groups',
    type: 'GroupRow',
    notNull: ['group_name', 'created_at', 'created_by'],
    columns: {},
  },
  {
    name: 'mark',
    type: 'MarkRow',
    notNull: [
      'group_name',
      'mark_name',
      'marked_at',
      'marked_by',
      'protected',
      'gid',
      'transaction_id',
      'snapshot',
      'tables',
    ],
    columns: {},
  },
];

/** What a value of a type is in TypeScript when nothing on the way loses digits: numbers of 64 bits stay text. */
const TYPES = {
  bigint: 'string',
  integer: 'number',
  oid: 'number',
  text: 'string',
  'text[]': 'string[]',
  // Drivers make a moment of it, in whatever zone they are in: fetch it as text.
  date: 'string',
  boolean: 'boolean',
  inet: 'string',
  'timestamp with time zone': 'Date',
  jsonb: 'unknown',
};

const COLUMNS = `
  select a.attname as name, format_type(a.atttypid, null) as type, a.attnotnull as not_null,
    col_description(a.attrelid, a.attnum) as comment
  from pg_attribute as a
  where a.attrelid = ('audit.' || $1)::regclass and a.attnum > 0 and not a.attisdropped
  order by a.attnum`;

const { driver, close } = await openDatabase();
await install(driver);
const blocks = [];
for (const relation of RELATIONS) blocks.push(await typeOf(relation));
await close();

const text = `// Written by \`npm run generate -w @audit/schema\` from a live database. Do not edit.
import type { JsonDiff, NormalDiff } from '../diff/types.js';

${blocks.join('\n')}`;

if (process.argv.includes('--check')) {
  if ((await readFile(OUTPUT, 'utf8')) !== text) {
    console.error('src/generated/rows.ts is not up to date: npm run generate -w @audit/schema');
    process.exitCode = 1;
  }
} else {
  await writeFile(OUTPUT, text);
}

async function typeOf({ name, type, columns = {}, notNull = [] }) {
  const { rows } = await driver.query(COLUMNS, [name]);
  const { rows: comments } = await driver.query(
    `select obj_description(('audit.' || $1)::regclass) as comment`,
    [name],
  );
  const members = rows.map((column) => {
    const base = columns[column.name] ?? TYPES[column.type];
    if (base === undefined)
      throw new Error(`no TypeScript type for ${column.type} (${name}.${column.name})`);
    const nullable = column.not_null || notNull.includes(column.name) ? '' : ' | null';
    return `  /** ${column.comment} */\n  readonly ${column.name}: ${base}${nullable};\n`;
  });
  return `/** ${comments[0].comment} */\nexport interface ${type} {\n${members.join('')}}\n`;
}
