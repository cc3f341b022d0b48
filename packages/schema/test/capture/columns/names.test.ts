import pg from 'pg';
import { expect, test } from 'vitest';
import { useAudited } from '../../support/audited.js';
import { texts, value } from '../../support/records.js';

const { client } = useAudited();
const quoted = pg.escapeIdentifier;

const strange = [
  ...[
    'n',
    'o',
    'r',
    't',
    'row',
    'context',
    'changed',
    'old_rows',
    'new_rows',
    'row∆',
    'row∆∆',
    'data_id',
  ],
  ...[
    'normal_changes',
    'json_changes',
    'relid',
    'statement_id',
    'op_type',
    'client_query',
    'long_query',
  ],
  ...[
    'diff',
    'raw_data',
    'ctid ',
    'new',
    'old',
    'tg_op',
    'count',
    'select',
    'null',
    'audit',
    'found',
  ],
  ...[
    'weird "name"',
    "it's",
    'back\\slash',
    'line\nbreak',
    '$audit$',
    '$$',
    '%s %I %%',
    '{}',
    ' ',
    'a.b',
  ],
  ...[
    'ü∆😀',
    '/* comment',
    '-- comment',
    '"',
    "'",
    'E\\n',
    'ALLCAPS',
    'x'.repeat(63),
    `${'é'.repeat(31)}x`,
  ],
];

test.for(strange.map((name) => [JSON.stringify(name), name] as const))(
  'a column named %s',
  async ([, name]) => {
    await client().query(`
      drop table if exists named;
      create table named (${quoted(name)} int, "${name === 'kEy' ? 'k2' : 'kEy'}" int primary key, doc jsonb);
      select audit.track('named');
      truncate named`);
    const last = await value(client(), 'select max(id) from audit.data_op_log');
    await client().query(`insert into named values (1, 1, '1')`);
    await client().query(`update named set ${quoted(name)} = 2, doc = '2'`);
    await client().query(`update named set doc = doc`);
    await client().query(`delete from named`);
    const { rows } = await client().query(
      `select action, data_id, coalesce(raw_data -> $1, diff -> $1)::text as value, json_diff is not null as json
       from audit.data_op_log where id > $2 order by id`,
      [name, last],
    );
    expect(rows).toEqual([
      { action: 'I', data_id: '1', value: '1', json: false },
      { action: 'U', data_id: '1', value: '"1 -> 2"', json: true },
      { action: 'D', data_id: '1', value: '2', json: false },
    ]);
  },
);

test('all strange names at once, as keys, masked, ignored and JSON columns too', async () => {
  const columns = strange.map((name) => `${quoted(name)} int`).join(', ');
  const array = `{${strange.map((name) => `"${name.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
  for (const [table, options] of [
    ['strange_keys', 'key => $1'],
    ['strange_masked', `key => '{}', masked => $1`],
    ['strange_only', `key => '{}', only_columns => $1`],
  ] as const) {
    await client().query(`create table ${table} (${columns}, extra jsonb)`);
    await client().query(`select audit.track('${table}', ${options})`, [array]);
    await client().query(`insert into ${table} values (${strange.map(() => '1')})`);
    await client().query(`update ${table} set ${strange.map((name) => `${quoted(name)} = 2`)}`);
    expect(await texts(client(), table, 'action')).toEqual(['I', 'U']);
    const members = `(select count(*)::int from jsonb_object_keys(coalesce(raw_data, diff)))`;
    expect(await texts(client(), table, members)).toEqual([
      `${strange.length + 1}`,
      `${strange.length + 1}`,
    ]);
  }
});

test('a column named diffType is written with one ∆ more, readers take one off', async () => {
  await client().query(`
    create table reserved (id int primary key, "diffType" int, "∆diffType" int, "∆∆diffType" jsonb, "xdiffType" int);
    select audit.track('reserved');
    insert into reserved values (1, 1, 1, '1', 1);
    update reserved set "diffType" = 2, "∆diffType" = 2, "∆∆diffType" = '2', "xdiffType" = 2`);
  expect((await texts(client(), 'reserved', 'diff'))[1]).toBe(
    '{"diffType": "normal", "xdiffType": "1 -> 2", "∆diffType": "1 -> 2", "∆∆diffType": "1 -> 2"}',
  );
  expect(
    await value(
      client(),
      `select json_diff -> '∆∆diffType' ->> 'content' from audit.data_op_log where table_name = 'reserved' and action = 'U'`,
    ),
  ).toBe('1 -> 2');
});

// The schema audit is there already, and its tables can't be tracked.
const schemas = strange.filter((name) => name !== 'audit');

test.for(schemas.map((name) => [JSON.stringify(name), name] as const))(
  'a schema and a table named %s',
  async ([, name]) => {
    const full = `${quoted(name)}.${quoted(name)}`;
    await client().query(
      `create schema ${quoted(name)}; create table ${full} (id int primary key, qty int)`,
    );
    await client().query('select audit.track($1)', [full]);
    await client().query(`insert into ${full} values (1, 1)`);
    await client().query(`update ${full} set qty = 2`);
    await client().query(`delete from ${full}`);
    await client().query(`truncate ${full}`);
    const { rows } = await client().query(
      `select string_agg(action, '' order by id) as actions from audit.data_op_log
       where schema_name = $1 and table_name = $1`,
      [name],
    );
    expect(rows).toEqual([{ actions: 'IUDT' }]);
    await client().query('select audit.untrack($1)', [full]);
  },
);
