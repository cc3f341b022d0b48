import { expect, test } from 'vitest';
import { useAudited } from '../../support/audited.js';
import { changes, texts } from '../../support/records.js';

const { client } = useAudited();
let tables = 0;

/** The records of a row whose one value goes from the first to the last of a list. */
async function history(type: string, values: readonly (string | null)[]): Promise<string[]> {
  const table = `exact_${++tables}`;
  await client().query(
    `create table ${table} (id int primary key, v ${type}); select audit.track('${table}')`,
  );
  const [first, ...rest] = values;
  await client().query(`insert into ${table} values (1, $1)`, [first]);
  for (const value of rest) await client().query(`update ${table} set v = $1`, [value]);
  await client().query(`delete from ${table}`);
  return changes(client(), table);
}

const cases: [
  type: string,
  before: string,
  after: string,
  beforeText: string,
  afterText: string,
][] = [
  ['bigint', '9007199254740993', '9223372036854775807', '9007199254740993', '9223372036854775807'],
  ['bigint', '-9223372036854775808', '0', '-9223372036854775808', '0'],
  ['numeric', '1.0', '1.00', '1.0', '1.00'],
  [
    'numeric',
    '12345678901234567890.123456789012345678901234567890',
    '0.000',
    '12345678901234567890.123456789012345678901234567890',
    '0.000',
  ],
  ['numeric', 'NaN', '1', '"NaN"', '1'],
  ['numeric', 'Infinity', '-Infinity', '"Infinity"', '"-Infinity"'],
  ['numeric(10,2)', '1', '2.345', '1.00', '2.35'],
  ['float8', 'Infinity', '-Infinity', '"Infinity"', '"-Infinity"'],
  ['float8', 'NaN', '0.1', '"NaN"', '0.1'],
  ['float8', '0.30000000000000004', '0.3', '0.30000000000000004', '0.3'],
  [
    'float8',
    '5e-324',
    '1.7976931348623157e308',
    `0.${'0'.repeat(323)}5`,
    `17976931348623157${'0'.repeat(292)}`,
  ],
  ['float4', '16777216', '1.1', '16777216', '1.1'],
  ['date', 'infinity', '-infinity', '"infinity"', '"-infinity"'],
  ['date', '0044-03-15 BC', '5874897-12-31', '"0044-03-15 BC"', '"5874897-12-31"'],
  ['timestamptz', 'infinity', '-infinity', '"infinity"', '"-infinity"'],
  [
    'timestamptz',
    '2024-01-01 00:00:00.000001+00',
    '2024-01-01 00:00:00.000002+00',
    '"2024-01-01T00:00:00.000001+00:00"',
    '"2024-01-01T00:00:00.000002+00:00"',
  ],
  [
    'timestamp',
    '2024-01-01 00:00:00.123456',
    '2024-01-01 00:00:00.12',
    '"2024-01-01T00:00:00.123456"',
    '"2024-01-01T00:00:00.12"',
  ],
  ['time', '23:59:59.999999', '24:00:00', '"23:59:59.999999"', '"24:00:00"'],
  ['timetz', '12:00:00+02', '10:00:00+00', '"12:00:00+02"', '"10:00:00+00"'],
  ['interval', '1 mon', '30 days', '"1 mon"', '"30 days"'],
  ['interval', '1 day', '24:00:00', '"1 day"', '"24:00:00"'],
  ['char(4)', 'a', 'ab', '"a   "', '"ab  "'],
  ['bytea', '\\x00ff0a', '\\x', '"\\\\x00ff0a"', '"\\\\x"'],
  ['bit(3)', '101', '111', '"101"', '"111"'],
  ['boolean', 't', 'f', 'true', 'false'],
  [
    'uuid',
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
    '"00000000-0000-0000-0000-000000000000"',
    '"ffffffff-ffff-ffff-ffff-ffffffffffff"',
  ],
  ['inet', '10.0.0.1/24', '10.0.0.1', '"10.0.0.1/24"', '"10.0.0.1"'],
  ['"char"', 'a', 'b', '"a"', '"b"'],
  ['name', 'a', 'b', '"a"', '"b"'],
  ['oid', '4294967295', '1', '"4294967295"', '"1"'],
  ['point', '(0.1,1e300)', '(0.1,1e-300)', '"(0.1,1e+300)"', '"(0.1,1e-300)"'],
  ['text', 'null', '', '"null"', '""'],
  ['text', '\u2028\u2029', '😀\u{10ffff}', '"\u2028\u2029"', '"😀\u{10ffff}"'],
  [
    'text',
    '"\\/\b\f\n\r\t\u0001\u001f\u007f',
    ' -> ',
    '"\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\u007f"',
    '" -> "',
  ],
  ['text', 'a', 'a ', '"a"', '"a "'],
];

test.for(cases)('%s from %j to %j', async ([type, before, after, beforeText, afterText]) => {
  expect(await history(type, [before, after, null])).toEqual([
    `I 1 {"v": ${beforeText}, "id": 1}`,
    `U 1 v: ${beforeText} -> ${afterText}`,
    `U 1 v: ${afterText} -> null`,
    'D 1 {"v": null, "id": 1}',
  ]);
});

test('the form in a diff is to_jsonb of the value, for every type at hand', async () => {
  const all = cases.map(([type, before, after], n) => ({ name: `c${n}`, type, before, after }));
  await client().query(`
    create table every (id int primary key, ${all.map(({ name, type }) => `${name} ${type}`).join(', ')});
    create table copy_of (like every);
    select audit.track('every')`);
  const names = all.map(({ name }) => name).join(', ');
  const insert = (side: 'before' | 'after', table: string, id: number) =>
    client().query(
      `insert into ${table} values (${id}, ${all.map((_, n) => `$${n + 1}`).join(', ')})`,
      all.map((one) => one[side]),
    );
  await insert('before', 'every', 1);
  await insert('before', 'copy_of', 1);
  await insert('after', 'copy_of', 2);
  await client().query(`update every set (${names}) = (select ${names} from copy_of where id = 2)`);
  const { rows } = await client().query(`
    select e.key, l.diff ->> e.key as was, e.value::text || ' -> ' || (to_jsonb(a) -> e.key)::text as should_be
    from copy_of as b cross join jsonb_each(to_jsonb(b)) as e
    join copy_of as a on a.id = 2
    join audit.data_op_log as l on l.table_name = 'every' and l.action = 'U'
    where b.id = 1 and e.key <> 'id'
      and l.diff ->> e.key is distinct from e.value::text || ' -> ' || (to_jsonb(a) -> e.key)::text`);
  expect(rows).toEqual([]);
});

test('a float that only changes its sign at zero is a record', async () => {
  expect(await history('float8', ['0', '-0', '0'])).toHaveLength(4);
  expect(await history('float4', ['0', '-0', '-0'])).toHaveLength(3);
});

test.for([
  ['jsonb', '{"a": 1.0, "b": [1]}', '{"b": [1.00], "a": 1.000}'],
  ['json', '{"a": 1.0, "b": 2}', '{ "b":2, "a":1.00 }'],
  ['jsonb[]', '{"1.0"}', '{"1.00"}'],
  ['float8', 'NaN', 'NaN'],
  ['numeric', 'NaN', 'NaN'],
  ['text[]', '{a,NULL}', '{a,NULL}'],
] as const)('%s: %s and %s are the same', async ([type, before, after]) => {
  expect((await history(type, [before, after])).map((line) => line[0])).toEqual(['I', 'D']);
});

test('json keeps the digits of its numbers', async () => {
  const lines = await history('jsonb', [
    '{"a": 12345678901234567890.1234567890}',
    '1e400',
    'null',
    null,
  ]);
  expect(lines).toEqual([
    'I 1 {"v": {"a": 12345678901234567890.1234567890}, "id": 1}',
    `U 1 json {"v": {"content": "{\\"a\\": 12345678901234567890.1234567890} -> 1${'0'.repeat(400)}", "diffType": "other"}}`,
    `U 1 json {"v": {"content": "1${'0'.repeat(400)} -> null", "diffType": "other"}}`,
    // From JSON's null to SQL's: they read the same, and it still is a change.
    'U 1 json {"v": {"content": "null -> null", "diffType": "other"}}',
    'D 1 {"v": null, "id": 1}',
  ]);
});

test('json that jsonb cannot hold is recorded as its text and fails no write', async () => {
  const lines = await history('json', [
    '{"a": "\\u0000"}',
    '{"a": 1e400000}',
    `${'['.repeat(3000)}${']'.repeat(3000)}`,
    '1',
  ]);
  expect(lines[0]).toBe('I 1 {"v": "{\\"a\\": \\"\\\\u0000\\"}", "id": 1}');
  expect(lines[1]).toContain('{\\\\\\"a\\\\\\": 1e400000}');
  expect(lines.map((line) => line[0])).toEqual(['I', 'U', 'U', 'U', 'D']);
});

test('json nested nearly as deep as the server takes fails no write', async () => {
  await client().query(
    `create table deep (id int primary key, j json, b jsonb); select audit.track('deep')`,
  );
  await client().query(`
    do $$
    declare depth int := 100000; step int := 50000;
    begin
      while step > 0 loop
        begin
          perform (repeat('[', depth) || repeat(']', depth))::jsonb;
          depth := depth + step;
        exception when statement_too_complex then
          depth := depth - step;
        end;
        step := step / 2;
      end loop;
      -- The capture runs further down the same stack, and how much of it a level takes differs between builds.
      depth := depth - depth / 10;
      insert into deep values (1, (repeat('[', depth) || repeat(']', depth))::json, (repeat('[', depth) || repeat(']', depth))::jsonb);
      update deep set j = '1', b = '1';
      delete from deep;
    end $$`);
  expect(await texts(client(), 'deep', 'action')).toEqual(['I', 'U', 'D']);
});
