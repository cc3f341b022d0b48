import type pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { useInstalled } from '../support/installed.js';

/** Each bad declaration: what it is, the call, the SQLSTATE, and words of its message and of its hint. */
const refusals: readonly [string, string, string, RegExp, RegExp][] = [
  [
    'a view',
    `audit.track('shop.recent')`,
    'UA001',
    /shop\.recent is a view, not a table/,
    /hold the rows/,
  ],
  [
    'a materialized view',
    `audit.track('shop.totals')`,
    'UA001',
    /is a materialized view/,
    /hold the rows/,
  ],
  ['a sequence', `audit.track('shop.numbers')`, 'UA001', /is a sequence/, /hold the rows/],
  ['an index', `audit.track('shop.orders_pkey')`, 'UA001', /is an index/, /hold the rows/],
  [
    'a foreign table',
    `audit.track('shop.elsewhere')`,
    'UA001',
    /is a foreign table/,
    /hold the rows/,
  ],
  ['no table', `audit.track(null)`, 'UA001', /no table was named/, /Name the table/],
  [
    'a temporary table',
    `audit.track('pg_temp.scratch')`,
    'UA002',
    /is a temporary table/,
    /ends? with the session/,
  ],
  [
    'a system table',
    `audit.track('pg_catalog.pg_class')`,
    'UA003',
    /is a system table/,
    /Track your own/,
  ],
  [
    'a table of the information schema',
    `audit.track('information_schema.sql_features')`,
    'UA003',
    /system table/,
    /own/,
  ],
  [
    'the log',
    `audit.track('audit.data_op_log')`,
    'UA004',
    /belongs to the audit schema/,
    /append-only/,
  ],
  [
    'an unknown column in key',
    `audit.track('shop.orders', key => '{nr}')`,
    'UA005',
    /no column nr, which key names/,
    /id, qty, profile/,
  ],
  [
    'an unknown column in only_columns',
    `audit.track('shop.orders', only_columns => '{nr}')`,
    'UA005',
    /only_columns names/,
    /Its columns are/,
  ],
  [
    'an unknown column in ignored',
    `audit.track('shop.orders', ignored => '{nr}')`,
    'UA005',
    /ignored names/,
    /Its columns are/,
  ],
  [
    'an unknown column in masked',
    `audit.track('shop.orders', masked => '{nr}')`,
    'UA005',
    /masked names/,
    /Its columns are/,
  ],
  [
    'a null among the columns',
    `audit.track('shop.orders', masked => '{qty,null}')`,
    'UA005',
    /no column null/,
    /Its columns are/,
  ],
  [
    'an unknown column in json_columns',
    `audit.track('shop.orders', json_columns => '{"nr": "object"}')`,
    'UA005',
    /json_columns names/,
    /Its columns are/,
  ],
  [
    'an unknown modified_at',
    `audit.track('shop.orders', modified_at => 'nr')`,
    'UA005',
    /modified_at names/,
    /Its columns are/,
  ],
  [
    'an unknown modified_by',
    `audit.track('shop.orders', modified_by => 'nr')`,
    'UA005',
    /modified_by names/,
    /Its columns are/,
  ],
  [
    'touch without its column',
    `audit.track('shop.orders', touch => true)`,
    'UA005',
    /modified_at names/,
    /Its columns are/,
  ],
  [
    'a JSON type that is not one of the four',
    `audit.track('shop.orders', json_columns => '{"profile": "list"}')`,
    'UA006',
    /"list" is no type/,
    /"object", "array", "other"/,
  ],
  [
    'a JSON type that is no text',
    `audit.track('shop.orders', json_columns => '{"profile": 1}')`,
    'UA006',
    /1 is no type/,
    /The types are/,
  ],
  [
    'json_columns that are no object',
    `audit.track('shop.orders', json_columns => '["profile"]')`,
    'UA006',
    /is not a JSON object/,
    /Write it as/,
  ],
  [
    'an objectArray as a bare word',
    `audit.track('shop.orders', json_columns => '{"profile": "objectArray"}')`,
    'UA007',
    /has no key/,
    /"key": \["id"\]/,
  ],
  [
    'an objectArray with an empty key',
    `audit.track('shop.orders', json_columns => '{"profile": {"type": "objectArray", "key": []}}')`,
    'UA007',
    /no list of field names/,
    /Name the fields/,
  ],
  [
    'an objectArray with a key of numbers',
    `audit.track('shop.orders', json_columns => '{"profile": {"type": "objectArray", "key": [1]}}')`,
    'UA007',
    /no list of field names/,
    /Name the fields/,
  ],
  [
    'an objectArray with a key that is a word',
    `audit.track('shop.orders', json_columns => '{"profile": {"type": "objectArray", "key": "id"}}')`,
    'UA007',
    /has no key/,
    /Name the fields/,
  ],
  [
    'a table without any key',
    `audit.track('shop.events')`,
    'UA008',
    /has no primary key/,
    /key => '\{\}'/,
  ],
  [
    'only_columns with ignored',
    `audit.track('shop.orders', only_columns => '{qty}', ignored => '{id}')`,
    'UA009',
    /both given/,
    /not both/,
  ],
  [
    'a masked key',
    `audit.track('shop.orders', masked => '{id}')`,
    'UA009',
    /id is in the key and masked/,
    /data_id/,
  ],
  [
    'a key that names a column twice',
    `audit.track('shop.orders', key => '{id,id}')`,
    'UA009',
    /twice/,
    /once/,
  ],
  [
    'untrack of what is not tracked',
    `audit.untrack('shop.orders')`,
    'UA010',
    /is not tracked/,
    /audit\.tracked/,
  ],
  [
    'a JSON type for a number',
    `audit.track('shop.orders', json_columns => '{"qty": "object"}')`,
    'UA011',
    /qty of shop\.orders is a integer/,
    /json, jsonb and array/,
  ],
  [
    'a modified_at that is no time',
    `audit.track('shop.orders', modified_at => 'qty')`,
    'UA011',
    /qty of shop\.orders, which modified_at names/,
    /timestamptz/,
  ],
  [
    'touch of a generated column',
    `audit.track('shop.stamped', modified_at => 'day', touch => true)`,
    'UA011',
    /is generated/,
    /another column/,
  ],
  [
    'a partition of a tracked table',
    `audit.track('shop.sales_2026')`,
    'UA012',
    /as a partition or child of shop\.sales/,
    /untrack shop\.sales first/,
  ],
  [
    'a partitioned table with a foreign partition',
    `audit.track('shop.mixed')`,
    'UA013',
    /has a foreign table, shop\.mixed_far/,
    /Leave it out/,
  ],
  [
    'a table with a trigger of our name',
    `audit.track('shop.guarded')`,
    'UA017',
    /has a trigger of its own named audit_insert/,
    /Rename it/,
  ],
  [
    "a column of a log table's own names",
    `audit.track('shop.cloned', row_log => true)`,
    'UA040',
    /has a column emaj_gid/,
    /track the table without row_log/,
  ],
];

describe('a declaration that is refused', () => {
  const database = useInstalled();
  let client: pg.Client;

  beforeAll(async () => {
    client = await database().connect();
    await client.query(`
      create schema shop;
      create table shop.orders (id int primary key, qty int, profile jsonb);
      create table shop.events (at timestamptz);
      create table shop.stamped (id int primary key, at timestamp, day timestamp generated always as (date_trunc('day', at)) stored);
      create view shop.recent as select * from shop.orders;
      create materialized view shop.totals as select sum(qty) from shop.orders;
      create sequence shop.numbers;
      create temporary table scratch (id int primary key);
      create foreign data wrapper nowhere;
      create server far foreign data wrapper nowhere;
      create foreign table shop.elsewhere (id int) server far;
      create table shop.sales (id int primary key) partition by range (id);
      create table shop.sales_2026 partition of shop.sales for values from (1) to (100);
      create table shop.mixed (id int) partition by range (id);
      create foreign table shop.mixed_far partition of shop.mixed for values from (1) to (100) server far;
      create table shop.cloned (id int primary key, emaj_gid bigint);
      create table shop.guarded (id int primary key);
      create function shop.own() returns trigger language plpgsql as 'begin return null; end';
      create trigger audit_insert after insert on shop.guarded execute function shop.own();
      select audit.track('shop.sales')`);
  });

  test.each(refusals)('%s', async (_, call, code, message, hint) => {
    const before = await traces(client);
    const error = await client.query(`select ${call}`).then(
      () => undefined,
      (reason: pg.DatabaseError) => reason,
    );
    expect(error).toMatchObject({
      code,
      message: expect.stringMatching(message),
      hint: expect.stringMatching(hint),
    });
    expect(await traces(client)).toEqual(before);
  });

  test('a table that does not exist is PostgreSQL’s own error', async () => {
    await expect(client.query(`select audit.track('shop.nothing')`)).rejects.toMatchObject({
      code: '42P01',
    });
  });

  test('each SQLSTATE of a declaration is among them, or is the log’s own', async () => {
    const { rows } = await client.query<{ code: string }>(`
      select distinct m[1] as code
      from pg_proc as p, regexp_matches(p.prosrc, 'errcode = ''(UA0[01]\\d|UA040)''', 'g') as m
      where p.pronamespace = 'audit'::regnamespace order by 1`);
    const tested = new Set([...refusals.map(([, , code]) => code), 'UA014']);
    expect(rows.map(({ code }) => code)).toEqual([...tested].sort());
  });
});

/** What a declaration leaves behind: its row, its functions and its triggers. */
async function traces(client: pg.Client): Promise<unknown> {
  const { rows } = await client.query(`
    select (select json_agg(t order by id) from audit.tracked_table as t) as declarations,
      (select json_agg(p.proname order by p.proname) from pg_proc as p where p.pronamespace = 'audit'::regnamespace) as functions,
      (select json_agg(g.tgname order by g.tgname) from pg_trigger as g where not g.tgisinternal) as triggers`);
  return rows;
}
