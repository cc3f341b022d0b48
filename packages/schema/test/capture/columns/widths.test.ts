import { expect, test } from 'vitest';
import { useAudited } from '../../support/audited.js';
import { changes, texts } from '../../support/records.js';

const { client } = useAudited();

test('a table without columns', async () => {
  await client().query(`
    create table empty ();
    select audit.track('empty', key => '{}');
    insert into empty default values;
    delete from empty;
    truncate empty`);
  expect(await changes(client(), 'empty')).toEqual(['I - {}', 'D - {}', 'T']);
});

test('a table with one column', async () => {
  await client().query(`
    create table one (id int primary key);
    select audit.track('one');
    insert into one values (1);
    update one set id = 2;
    delete from one`);
  expect(await changes(client(), 'one')).toEqual([
    'I 1 {"id": 1}',
    'U 2 id: 1 -> 2',
    'D 2 {"id": 2}',
  ]);
});

test.for([200, 1600])('a table with %i columns', { timeout: 120_000 }, async (count) => {
  const names = Array.from({ length: count - 1 }, (_, n) => `c${n}`);
  const table = `wide_${count}`;
  await client().query(`
    create table ${table} (id int primary key, ${names.map((name, n) => `${name} ${n % 100 === 0 ? 'jsonb' : 'smallint'}`).join(', ')});
    select audit.track('${table}');
    insert into ${table} (id, c0, c1, ${names.at(-1)}) values (1, '1', 1, '1');
    update ${table} set c0 = '2', ${names.at(-1)} = '2';
    update ${table} set ${names.map((name) => `${name} = '3'`).join(', ')};
    delete from ${table}`);
  const members = `(select count(*) from jsonb_object_keys(coalesce(raw_data, diff || coalesce(json_diff, '{}'))))`;
  expect(await texts(client(), table, members)).toEqual([`${count}`, '3', `${count}`, `${count}`]);
});
