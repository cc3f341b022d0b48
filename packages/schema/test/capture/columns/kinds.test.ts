import { testServer } from '@audit/test-db';
import { expect, test } from 'vitest';
import { useAudited } from '../../support/audited.js';
import { changes, texts } from '../../support/records.js';

const { client } = useAudited();

test('stored generated columns are recorded like others', async () => {
  await client().query(`
    create table made (id int primary key, qty int, double int generated always as (qty * 2) stored);
    select audit.track('made');
    insert into made values (1, 1);
    update made set qty = 2;
    delete from made`);
  expect(await changes(client(), 'made')).toEqual([
    'I 1 {"id": 1, "qty": 1, "double": 2}',
    'U 1 double: 2 -> 4, qty: 1 -> 2',
    'D 1 {"id": 1, "qty": 2, "double": 4}',
  ]);
});

test.skipIf(testServer().majorVersion < 18)(
  'virtual generated columns are left out [needs PostgreSQL 18]',
  async () => {
    await client().query(`
      create table virtual (id int primary key, qty int, double int generated always as (qty * 2) virtual);
      create table all_virtual (double int generated always as (2) virtual);
      select audit.track('virtual'), audit.track('all_virtual', key => '{}');
      insert into virtual values (1, 1);
      update virtual set qty = 2;
      insert into all_virtual default values;
      delete from virtual`);
    expect(await changes(client(), 'virtual')).toEqual([
      'I 1 {"id": 1, "qty": 1}',
      'U 1 qty: 1 -> 2',
      'D 1 {"id": 1, "qty": 2}',
    ]);
    expect(await changes(client(), 'all_virtual')).toEqual(['I - {}']);
  },
);

test('identity, serial and default columns are recorded as they came out', async () => {
  await client().query(`
    create table given (
      id int generated always as identity primary key, other serial, at_default text default 'd');
    select audit.track('given');
    insert into given default values;
    insert into given (id) overriding system value values (77)`);
  expect(await changes(client(), 'given')).toEqual([
    'I 1 {"id": 1, "other": 1, "at_default": "d"}',
    'I 77 {"id": 77, "other": 2, "at_default": "d"}',
  ]);
});

test('domains, enums, composites and ranges', async () => {
  await client().query(`
    create domain amount as numeric(10, 2) check (value > 0);
    create domain small_amount as amount check (value < 100) not null;
    create type mood as enum ('sad', 'ok');
    create type point3 as (x int, label text, m mood);
    create domain labels as text[];
    create domain doc as jsonb;
    create table kinds (
      id int primary key, a small_amount, m mood, p point3, r int4range, t tstzrange,
      mr int4multirange, ms mood[], ps point3[], l labels, d doc);
    select audit.track('kinds');
    insert into kinds values (
      1, 1.5, 'sad', row(1, 'a"b', 'sad'), '[1,3]', '[2024-01-01 00:00+00,)', '{[1,2)}',
      '{sad,ok}', array[row(1, 'x', 'ok')::point3], '{a}', '{"k": 1}');
    update kinds set a = 2.5, m = 'ok', p = row(1, null, 'ok'), r = 'empty', t = null, mr = '{}',
      ms = '{ok}', ps = '{}', l = null, d = '{"k": 2}'`);
  const [insert, update] = await changes(client(), 'kinds');
  expect(insert).toBe(
    'I 1 {"a": 1.50, "d": {"k": 1}, "l": ["a"], "m": "sad", "p": {"m": "sad", "x": 1, "label": "a\\"b"}, "r": "[1,4)", ' +
      '"t": "[\\"2024-01-01 00:00:00+00\\",)", "id": 1, "mr": "{[1,2)}", "ms": ["sad", "ok"], "ps": [{"m": "ok", "x": 1, "label": "x"}]}',
  );
  expect(update).toMatch(
    /^U 1 a: 1\.50 -> 2\.50, m: "sad" -> "ok", mr: "\{\[1,2\)\}" -> "\{\}", p: \{"m": "sad", "x": 1, "label": "a\\"b"\} -> \{"m": "ok", "x": 1, "label": null\}, r: "\[1,4\)" -> "empty", t: "\[\\"2024-01-01 00:00:00\+00\\",\)" -> null json /,
  );
  const members = await texts(
    client(),
    'kinds',
    `(select array_agg(k order by k) from jsonb_object_keys(json_diff) as k)`,
  );
  expect(members[1]).toBe('{d,l,ms,ps}');
});

test('a domain over an enum and over a range, bare, in an array and as the key', async () => {
  await client().query(`
    create type light as enum ('red', 'green');
    create domain signal as light;
    create domain span as int4range;
    create table signals (id signal primary key, v signal, vs signal[], s span, ss span[]);
    select audit.track('signals');
    insert into signals values ('red', 'red', '{red}', '[1,2)', '{"[1,2)"}');
    update signals set id = 'green', v = 'green', vs = '{green}', s = '[1,3)', ss = '{}';
    delete from signals`);
  const [insert, update, remove] = await changes(client(), 'signals');
  expect(insert).toBe(
    'I red {"s": "[1,2)", "v": "red", "id": "red", "ss": ["[1,2)"], "vs": ["red"]}',
  );
  expect(update).toMatch(
    /^U green id: "red" -> "green", s: "\[1,2\)" -> "\[1,3\)", v: "red" -> "green" json \{"ss": .*"vs": /,
  );
  expect(remove).toBe(
    'D green {"s": "[1,3)", "v": "green", "id": "green", "ss": [], "vs": ["green"]}',
  );
});

test('arrays: empty, with nulls, of several dimensions, with bounds', async () => {
  await client().query(`
    create table lists (id int primary key, a int[], b text[]);
    select audit.track('lists');
    insert into lists values (1, '{}', '{a,NULL,"NULL",""}'), (2, '{{1,2},{3,4}}', null), (3, '[5:6]={1,2}', '{}');
    update lists set a = a, b = b;
    update lists set a = '{{1,2},{3,5}}' where id = 2;
    update lists set a = '{1,2}' where id = 3`);
  const lines = await changes(client(), 'lists');
  expect(lines.slice(0, 3)).toEqual([
    'I 1 {"a": [], "b": ["a", null, "NULL", ""], "id": 1}',
    'I 2 {"a": [[1, 2], [3, 4]], "b": null, "id": 2}',
    'I 3 {"a": [1, 2], "b": [], "id": 3}',
  ]);
  expect(lines[3]).toMatch(/^U 2 json \{"a": /);
  // Bounds are no part of the JSON value: whatever is made of such a change, it must not be an empty diff.
  for (const line of lines.slice(4)) expect(line).toMatch(/^U 3 json \{"a": \{.*diffType.*\}\}/);
});

test.for([
  ['hstore', `'a=>1'`, `'a=>1,b=>NULL'`, '{"a": "1"} -> {"a": "1", "b": null}'],
  ['citext', `'Ab'`, `'AB'`, '"Ab" -> "AB"'],
  ['ltree', `'a.b'`, `'a.c'`, '"a.b" -> "a.c"'],
  ['cube', `'(1,2)'`, `'(1,3)'`, '"(1, 2)" -> "(1, 3)"'],
] as const)('the extension type %s', async ([type, before, after, diff], { skip }) => {
  await client()
    .query(`create extension if not exists ${type}`)
    .catch(() => skip(`${type} is not available`));
  await client().query(`
    create table ext_${type} (id ${type === 'citext' ? 'citext' : 'int'} primary key, v ${type}, vs ${type}[]);
    select audit.track('ext_${type}');
    insert into ext_${type} values ('1', ${before}, array[${before}::${type}]);
    update ext_${type} set v = ${before};
    update ext_${type} set v = ${after}, vs = array[${after}::${type}]`);
  const lines = await changes(client(), `ext_${type}`);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(`U 1 v: ${diff} json {"vs": `);
});

test('columns dropped before track', async () => {
  await client().query(`
    create table thinned (gone1 int, id int primary key, gone2 text, qty int, gone3 jsonb);
    insert into thinned values (1, 1, 'x', 1, '{}');
    alter table thinned drop column gone1, drop column gone2, drop column gone3;
    select audit.track('thinned');
    insert into thinned values (2, 2);
    update thinned set qty = qty + 1;
    delete from thinned`);
  expect(await changes(client(), 'thinned')).toEqual([
    'I 2 {"id": 2, "qty": 2}',
    'U 1 qty: 1 -> 2',
    'U 2 qty: 2 -> 3',
    'D 1 {"id": 1, "qty": 2}',
    'D 2 {"id": 2, "qty": 3}',
  ]);
});

test('a nondeterministic collation: letters that it calls equal are still a change', async ({
  skip,
}) => {
  await client()
    .query(
      `create collation folded (provider = icu, locale = 'und-u-ks-level2', deterministic = false)`,
    )
    .catch(() => skip('no ICU'));
  await client().query(`
    create table lettered (id text collate folded primary key, name text collate folded, names text[] collate folded);
    select audit.track('lettered');
    insert into lettered values ('a', 'b', '{c}');
    update lettered set id = 'A', name = 'B', names = '{C}'`);
  const lines = await changes(client(), 'lettered');
  expect(lines[1]).toMatch(/^U A id: "a" -> "A", name: "b" -> "B" json \{"names": /);
});
