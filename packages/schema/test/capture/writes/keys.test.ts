import { expect, test } from 'vitest';
import { useAudited } from '../../support/audited.js';
import { changes, texts, value } from '../../support/records.js';

const { client } = useAudited();

test('a table without a key has no data_id, and each of its rows its record', async () => {
  await client().query(`
    create table keyless (name text, qty int);
    select audit.track('keyless', key => '{}');
    insert into keyless values ('a', 1), ('a', 1), ('b', 2);
    update keyless set qty = qty + 1 where name = 'a';
    delete from keyless where name = 'a'`);
  expect(await changes(client(), 'keyless')).toEqual([
    'I - {"qty": 1, "name": "a"}',
    'I - {"qty": 1, "name": "a"}',
    'I - {"qty": 2, "name": "b"}',
    'U - qty: 1 -> 2',
    'U - qty: 1 -> 2',
    'D - {"qty": 2, "name": "a"}',
    'D - {"qty": 2, "name": "a"}',
  ]);
  expect(await texts(client(), 'keyless', 'data_id is null')).toEqual(Array(7).fill('true'));
});

test('a key of the declaration, in its own order, with nulls', async () => {
  await client().query(`
    create table chosen (id int primary key, code text, part int);
    select audit.track('chosen', key => '{part,code}');
    insert into chosen values (1, 'a', 7), (2, null, null);
    update chosen set code = 'b' where id = 2;
    delete from chosen where id = 1`);
  expect(await changes(client(), 'chosen')).toEqual([
    'I 7∆a {"id": 1, "code": "a", "part": 7}',
    'I null∆null {"id": 2, "code": null, "part": null}',
    'U null∆b code: null -> "b"',
    'D 7∆a {"id": 1, "code": "a", "part": 7}',
  ]);
});

test('the primary key in its own order, without its included columns', async () => {
  await client().query(`
    create table included (a int, b int, c int, primary key (c, a) include (b));
    select audit.track('included');
    insert into included values (1, 2, 3)`);
  expect(await texts(client(), 'included', 'data_id')).toEqual(['3∆1']);
});

test.for([
  ['bigint', '9223372036854775807', '9223372036854775807'],
  ['numeric', '1.50', '1.50'],
  ['uuid', '6F9619FF-8B86-D011-B42D-00C04FC964FF', '6f9619ff-8b86-d011-b42d-00c04fc964ff'],
  ['text', 'with "quotes" \\ and\nlines', 'with "quotes" \\ and\nlines'],
  ['timestamptz', '2024-01-01 12:00:00.123456+02', '2024-01-01T10:00:00.123456+00:00'],
  ['date', '2024-02-29', '2024-02-29'],
  ['boolean', 't', 'true'],
  ['bytea', '\\x00ff', '\\x00ff'],
  ['char(3)', 'a', 'a  '],
  ['inet', '10.0.0.1', '10.0.0.1'],
  ['int4range', '[1,5)', '[1,5)'],
  ['int[]', '{1,2}', '[1, 2]'],
] as const)('a key of type %s is written bare', async ([type, input, output]) => {
  const table = `key_${type.replace(/\W/g, '_')}`;
  await client().query(
    `create table ${table} (id ${type} primary key); select audit.track('${table}')`,
  );
  await client().query(`set timezone = 'Asia/Tokyo'; set bytea_output = 'escape'`);
  await client().query(`insert into ${table} values ($1)`, [input]);
  await client().query('reset timezone; reset bytea_output');
  expect(await texts(client(), table, 'data_id')).toEqual([output]);
});

test('a key longer than 2,400 bytes fails no write and stays unique', async () => {
  await client().query(`
    create table lengthy (id text, qty int);
    select audit.track('lengthy', key => '{id}')`);
  const long = (end: string) => 'ß€😀'.repeat(2000) + end;
  for (const id of ['x'.repeat(2400), 'x'.repeat(2401), long('1'), long('2')]) {
    await client().query('insert into lengthy values ($1, 1)', [id]);
  }
  await client().query('update lengthy set qty = 2; delete from lengthy');
  const ids = await texts(client(), 'lengthy', 'data_id');
  expect(ids[0]).toBe('x'.repeat(2400));
  expect(new Set(ids).size).toBe(4);
  expect(ids.slice(0, 4).sort()).toEqual(ids.slice(8).sort());
  expect(
    await value(client(), `select max(octet_length(data_id)) <= 2400 from audit.data_op_log`),
  ).toBe(true);
});

// Random digits, which no index entry can compress.
const digits = (count: number) =>
  `(select ('1' || string_agg((hashint4(n) & 7)::text, ''))::numeric from generate_series(1, ${count}) as n)`;

test('a numeric key of thousands of digits fails no write', async () => {
  await client().query(`
    create table numeric_key (id numeric primary key, qty int);
    select audit.track('numeric_key');
    insert into numeric_key select ${digits(5000)}, 1;
    update numeric_key set qty = 2`);
  expect(await texts(client(), 'numeric_key', 'action')).toEqual(['I', 'U']);
});

test('a key of several long parts fails no write', async () => {
  await client().query(`create table many_parts (
    ${Array.from({ length: 16 }, (_, n) => `k${n} float8`).join(', ')})`);
  await client().query(
    `select audit.track('many_parts', key => '{${Array.from({ length: 16 }, (_, n) => `k${n}`)}}')`,
  );
  await client().query(
    `insert into many_parts values (${Array.from({ length: 16 }, (_, n) => `1.234567890123${n + 10}e-300`)})`,
  );
  expect(await texts(client(), 'many_parts', 'action')).toEqual(['I']);
});
