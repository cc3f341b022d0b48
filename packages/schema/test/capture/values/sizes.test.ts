import { expect, test } from 'vitest';
import { useAudited } from '../../support/audited.js';
import { texts, value } from '../../support/records.js';

const { client, database } = useAudited();
const size = 50_000_000;

// What the value is made of on the server, so that nothing of it travels.
const big = (piece: string) => `repeat('${piece}', ${size} / octet_length('${piece}'))`;

test.for([
  ['text', 'text', big('x'), big('😀')],
  ['text of quotes', 'text', big('"'), big('\\')],
  ['text of control characters', 'text', `repeat(chr(1), ${size})`, `repeat(chr(2), ${size})`],
  [
    'jsonb',
    'jsonb',
    `jsonb_build_object('a', ${big('x')})`,
    `jsonb_build_object('a', ${big('y')})`,
  ],
  [
    'jsonb of many members',
    'jsonb',
    `(select jsonb_agg(n) from generate_series(1, 3000000) as n)`,
    `'[]'`,
  ],
  ['json', 'json', `json_build_object('a', ${big('x')})`, `json_build_object('a', ${big('y')})`],
  ['bytea', 'bytea', `${big('x')}::bytea`, `${big('y')}::bytea`],
  [
    'an array',
    'text[]',
    `array_fill(repeat('x', 1000), array[50000])`,
    `array_fill(repeat('y', 1000), array[50000])`,
  ],
] as const)(
  '50 MB of %s: insert, update, delete',
  { timeout: 240_000 },
  async ([name, type, before, after]) => {
    const table = `big_${name.replace(/\W/g, '_')}`;
    await client().query(`
    create table ${table} (id int primary key, v ${type});
    select audit.track('${table}')`);
    const writer = await database().connect();
    await writer.query(`insert into ${table} values (1, ${before})`);
    await writer.query(`update ${table} set v = ${after}`);
    await writer.query(`delete from ${table}`);
    await writer.end();
    expect(await texts(client(), table, 'action')).toEqual(['I', 'U', 'D']);
    // The right value, not only one of the right length.
    expect(
      await value(
        client(),
        `select (raw_data -> 'v') = to_jsonb((${before})::${type}) from audit.data_op_log where table_name = '${table}' and action = 'I'`,
      ),
    ).toBe(true);
    await client().query(`drop table ${table}`);
  },
);

test('a query of 20 MB with 20,000 rows', { timeout: 120_000 }, async () => {
  await client().query(
    `create table worded (id int primary key, v text); select audit.track('worded')`,
  );
  const rows = Array.from({ length: 20_000 }, (_, n) => `(${n}, '${'x'.repeat(1000)}')`);
  const query = `insert into worded values ${rows.join(', ')}`;
  await client().query(query);
  const { rows: lengths } = await client().query(`
    select octet_length(client_query) as length, count(*)::int from audit.data_op_log
    where table_name = 'worded' group by 1 order by 2`);
  expect(lengths).toEqual([
    { length: query.length, count: 1 },
    { length: 1024, count: 19_999 },
  ]);
});
