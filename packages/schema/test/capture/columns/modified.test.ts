import { expect, test } from 'vitest';
import { useAudited } from '../../support/audited.js';
import { texts } from '../../support/records.js';

const { client } = useAudited();
const modified = `concat_ws(' ', action, to_json(modified_at at time zone 'UTC') #>> '{}', modified_by)`;

test('the columns modified_at and modified_by are read: the new row, of a delete the old one', async () => {
  await client().query(`
    create table plain (id int primary key, modified_at timestamptz, modified_by text);
    select audit.track('plain');
    insert into plain values (1, '2024-01-01 12:00:00.123456+02', 'support');
    update plain set modified_at = '2024-01-02 12:00+00', modified_by = 'billing';
    delete from plain;
    insert into plain values (2, null, null), (3, 'infinity', '')`);
  expect(await texts(client(), 'plain', modified)).toEqual([
    'I 2024-01-01T10:00:00.123456 support',
    'U 2024-01-02T12:00:00 billing',
    'D 2024-01-02T12:00:00 billing',
    'I',
    'I infinity ',
  ]);
});

test.for(['UTC', 'Asia/Tokyo', 'America/New_York'])(
  'a timestamp and a date count as UTC, whatever the session says (%s)',
  async (zone) => {
    const suffix = zone.replace(/\W/g, '_').toLowerCase();
    await client().query(`
      create table ts_${suffix} (id int primary key, modified_at timestamp, modified_by int);
      create table date_${suffix} (id int primary key, modified_at date, modified_by varchar(10));
      select audit.track('ts_${suffix}'), audit.track('date_${suffix}');
      set timezone = '${zone}';
      insert into ts_${suffix} values (1, '2024-01-01 12:00:00.5', 42);
      insert into date_${suffix} values (1, '2024-01-01', 'x');
      reset timezone`);
    expect(await texts(client(), `ts_${suffix}`, modified)).toEqual(['I 2024-01-01T12:00:00.5 42']);
    expect(await texts(client(), `date_${suffix}`, modified)).toEqual(['I 2024-01-01T00:00:00 x']);
  },
);

test('other names', async () => {
  await client().query(`
    create domain moment as timestamptz;
    create table other_names (id int primary key, changed moment, "By Whom" text, modified_by text);
    select audit.track('other_names', modified_at => 'changed', modified_by => 'By Whom');
    insert into other_names values (1, '2024-01-01 00:00+00', 'support', 'not me')`);
  expect(await texts(client(), 'other_names', modified)).toEqual(['I 2024-01-01T00:00:00 support']);
});

test('no such columns, and none wanted', async () => {
  await client().query(`
    create table absent (id int primary key);
    create table unwanted (id int primary key, modified_at timestamptz, modified_by text);
    select audit.track('absent'), audit.track('unwanted', modified_at => null, modified_by => null);
    insert into absent values (1);
    insert into unwanted values (1, now(), 'support')`);
  expect(await texts(client(), 'absent', modified)).toEqual(['I']);
  expect(await texts(client(), 'unwanted', modified)).toEqual(['I']);
});

test('columns of these default names and quite other types fail nothing', async () => {
  await client().query(`
    create table wrong (id int primary key, modified_at text, modified_by jsonb);
    create table wrong_too (id int primary key, modified_at int[], modified_by bytea);
    select audit.track('wrong'), audit.track('wrong_too');
    insert into wrong values (1, 'yesterday', '{"id": 7}');
    insert into wrong_too values (1, '{1}', '\\xff')`);
  expect(await texts(client(), 'wrong', modified)).toEqual(['I {"id": 7}']);
  expect(await texts(client(), 'wrong_too', modified)).toEqual(['I \\xff']);
});

test.for([
  ['date', '5874897-12-31'],
  ['date', '4713-01-01 BC'],
  ['date', 'infinity'],
  ['date', '-infinity'],
  ['timestamp', '294276-12-31 23:59:59.999999'],
  ['timestamp', '4713-01-01 00:00:00 BC'],
  ['timestamptz', '294276-12-31 23:59:59.999999+00'],
] as const)('a %s of %s fails no write', async ([type, moment]) => {
  await client().query(`
    drop table if exists far;
    create table far (id int primary key, modified_at ${type});
    select audit.track('far');
    set timezone = 'Pacific/Kiritimati';
    insert into far values (1, '${moment}');
    update far set id = 2;
    reset timezone`);
  expect((await texts(client(), 'far', 'action')).slice(-2)).toEqual(['I', 'U']);
});

test('touch sets modified_at on every insert and update', async () => {
  for (const [type, suffix] of [
    ['timestamptz', 'tz'],
    ['timestamp', 'ts'],
    ['date', 'date'],
  ]) {
    const table = `touched_${suffix}`;
    await client().query(`
      create table ${table} (id int primary key, qty int, modified_at ${type});
      select audit.track('${table}', touch => true);
      set timezone = 'Pacific/Kiritimati';
      insert into ${table} values (1, 1, '2000-01-01');
      update ${table} set qty = 2, modified_at = null;
      reset timezone`);
    const { rows } = await client().query(`
      select action, modified_at > now() - interval '2 days' and modified_at <= clock_timestamp() as recent
      from audit.data_op_log where table_name = '${table}' order by id`);
    expect(rows).toEqual([
      { action: 'I', recent: true },
      { action: 'U', recent: true },
    ]);
  }
});

test('touch works through a partitioned root, on its partitions and on inheritance children', async () => {
  await client().query(`
    create table area (id int primary key, modified_at timestamptz) partition by list (id);
    create table area_rest partition of area default;
    create table base (id int primary key, modified_at timestamptz);
    create table derived () inherits (base);
    select audit.track('area', touch => true), audit.track('base', touch => true);
    insert into area values (1, '2000-01-01');
    insert into area_rest values (2, '2000-01-01');
    insert into derived values (1, '2000-01-01')`);
  const { rows } = await client().query(`
    select modified_at > now() - interval '1 hour' as recent from audit.data_op_log where table_name in ('area', 'base')`);
  expect(rows).toEqual([{ recent: true }, { recent: true }, { recent: true }]);
  await client().query(`select audit.track('area'), audit.track('base')`);
  await client().query(
    `insert into area values (3, '2000-01-01'); insert into derived values (3, '2000-01-01')`,
  );
  const { rows: left } = await client().query(`
    select modified_at = '2000-01-01' as own from audit.data_op_log where data_id = '3' and table_name in ('area', 'base')`);
  expect(left).toEqual([{ own: true }, { own: true }]);
});
