import { expect, test } from 'vitest';
import { useAudited } from '../../support/audited.js';
import { texts } from '../../support/records.js';

const { client } = useAudited();

/** A statement of one row is recorded by expressions of another form than one of several: see ADR 7. */
const columns: readonly (readonly [type: string, before: string, after: string])[] = [
  ['int not null', '1', '-2'],
  ['int', 'null', '9'],
  ['int', '9', 'null'],
  ['bigint', '9007199254740993', '9007199254740995'],
  ['boolean not null', 'true', 'false'],
  ['boolean', 'null', 'true'],
  ['numeric', `'NaN'`, '1.00'],
  ['numeric', '1.0', '1.00'],
  ['float8', `'-infinity'`, '0.1'],
  ['text', `E'a "quoted"\\n\\\\ -> ∆'`, `''`],
  ['text not null', `'a'`, `'b'`],
  ['varchar(10)', 'null', `'x'`],
  ['bytea', `'\\x00ff'`, 'null'],
  ['timestamptz', `'2024-02-29 12:00:00.123456+02'`, `'infinity'`],
  ['date', `'-infinity'`, `'2024-01-01'`],
  ['interval', `'1 day'`, `'24 hours'`],
  ['uuid', `'00000000-0000-0000-0000-000000000001'`, 'null'],
  ['inet', `'10.0.0.1'`, `'10.0.0.1/8'`],
  ['char(3)', `'a'`, `'b'`],
  ['name', `'a'`, `'b'`],
  ['hue', `'red'`, `'green'`],
  ['positive', '1', '2'],
  ['flag', 'true', 'false'],
  ['json', `'{"a": 1}'`, `'{"a":  2}'`],
  ['jsonb', `'{"a": 1.0, "diffType": 1, "∆diffType": 1}'`, `'{"b": [1], "diffType": 2}'`],
  ['jsonb', `'[1]'`, `'{"a": null}'`],
  ['jsonb', 'null', `'{}'`],
  ['jsonb', `'null'`, `'1.00'`],
  ['text[]', `'{a,b}'`, `'{b,NULL}'`],
];

test('one row is recorded as one of several is, whatever the type', async () => {
  const names = columns.map((_, at) => `c${at}`);
  const objects = columns.flatMap(([type], at) => (type === 'jsonb' ? [`c${at}`] : []));
  const [declared, ...others] = objects;
  expect(others).not.toEqual([]);
  await client().query(`
    create type hue as enum ('red', 'green');
    create domain positive as int check (value > 0);
    create domain flag as boolean;
    create table kind (id int primary key, ${columns.map(([type], at) => `c${at} ${type}`).join(', ')});
    create table masked_kind (like kind including all)`);
  const shapes = JSON.stringify(
    Object.fromEntries(objects.slice(0, -1).map((name) => [name, 'object'])),
  );
  await client().query(`select audit.track('kind', json_columns => $1)`, [shapes]);
  await client().query(
    `select audit.track('masked_kind', json_columns => $1, masked => '{c0,c9,${declared}}')`,
    [shapes],
  );
  for (const table of ['kind', 'masked_kind']) {
    const row = (id: number) => `(${id}, ${columns.map(([, before]) => before).join(', ')})`;
    const set = columns.map(([, , after], at) => `${names[at]} = ${after}`).join(', ');
    await client().query(`insert into ${table} values ${row(1)}`);
    await client().query(`insert into ${table} values ${row(2)}, ${row(3)}`);
    await client().query(`update ${table} set ${set} where id = 1`);
    await client().query(`update ${table} set ${set} where id > 1`);
    await client().query(`delete from ${table} where id = 1`);
    await client().query(`delete from ${table}`);
    const records = await texts(
      client(),
      table,
      `concat_ws(' ', action, raw_data - 'id', diff, json_diff)`,
    );
    expect(records).toHaveLength(9);
    for (const first of [0, 3, 6]) {
      expect(records[first + 1]).toBe(records[first]);
      expect(records[first + 2]).toBe(records[first]);
    }
    expect(records[3]).toContain(table === 'kind' ? '"c0": "1 -> -2"' : String.raw`"c0": "\"***\"`);
  }
});

test('one row whose columns are unchanged takes no statement number', async () => {
  await client().query(`
    create table unchanged (id int primary key, note text, seen int);
    select audit.track('unchanged', ignored => '{seen}');
    insert into unchanged values (1, 'a', 1)`);
  const number = async () =>
    (await client().query('select last_value from audit.statement_id_seq')).rows[0].last_value;
  const before = await number();
  await client().query('update unchanged set note = note, seen = seen + 1');
  await client().query('update unchanged set seen = 0 where false');
  expect(await number()).toBe(before);
  expect(await texts(client(), 'unchanged', 'action')).toEqual(['I']);
});
