import type pg from 'pg';
import { changes, value } from '../../support/records.js';

/** A shop with a history: dropped and renamed columns, partitions, masks, an untracked table. */
export async function makeShop(client: pg.Client): Promise<void> {
  await client.query(shopTables);
  await client.query(shopDeclarations);
  await client.query(`
    insert into shop.orders (qty, secret, doc) values (1, 'hidden', '{"a": 1}'), (2, 'hidden', null);
    update shop.orders set qty = 9, doc = '{"a": 2}' where id = 1;
    insert into shop.sales values (1, 1), (2, 2);
    update shop.sales set region = 2 where id = 1;
    insert into shop.plain values (1);
    delete from shop.orders where id = 2`);
}

export const shopTables = `
  create schema shop;
  create table shop.orders (gone int, id serial primary key, qty int, secret text, doc jsonb, modified_at timestamptz);
  alter table shop.orders drop gone;
  create table shop.sales (id int, region int, primary key (id, region)) partition by list (region);
  create table shop.sales_1 partition of shop.sales for values in (1);
  create table shop.sales_2 partition of shop.sales for values in (2);
  create table shop.plain (id int primary key);`;

export const shopDeclarations = `
  select audit.track('shop.orders', masked => '{secret}', json_columns => '{"doc": "object"}', touch => true);
  select audit.track('shop.sales');`;

/** Everything that the log holds, as one text. */
export async function wholeLog(client: pg.Client): Promise<string> {
  return value(
    client,
    `select string_agg(to_jsonb(l)::text, E'\\n' order by l.id) from audit.data_op_log as l`,
  );
}

/** Writes to every table and gives the new records, oldest first. */
export async function writeAndRead(client: pg.Client): Promise<string[]> {
  const before = await Promise.all([changes(client, 'orders'), changes(client, 'sales')]);
  await client.query(`
    insert into shop.orders (id, qty, secret, doc, modified_at) values (77, 1, 'hidden', '{"a": 1}', null);
    update shop.orders set doc = '{"a": 2}' where id = 77;
    insert into shop.sales values (77, 1);
    insert into shop.sales_2 values (78, 2);
    update shop.sales set region = 2 where id = 77;
    delete from shop.orders where id = 77;
    delete from shop.sales where id = 77;
    delete from shop.sales where id = 78`);
  const after = await Promise.all([changes(client, 'orders'), changes(client, 'sales')]);
  return after.flatMap((lines, n) =>
    lines
      .slice(before[n]?.length)
      .map((line) =>
        line
          .replace(/"modified_at": ".*?"/, '"modified_at": T')
          .replace(/modified_at: .*? json/, 'modified_at json'),
      ),
  );
}

export const written = [
  'I 77 {"id": 77, "doc": {"a": 1}, "qty": 1, "secret": "***", "modified_at": T}',
  'U 77 modified_at json {"doc": {"a": "1 -> 2", "diffType": "object"}}',
  'D 77 {"id": 77, "doc": {"a": 2}, "qty": 1, "secret": "***", "modified_at": T}',
  'I 77∆1 {"id": 77, "region": 1}',
  'I 78∆2 {"id": 78, "region": 2}',
  'U 77∆2 region: 1 -> 2',
  'D 77∆2 {"id": 77, "region": 2}',
  'D 78∆2 {"id": 78, "region": 2}',
];

/** How the sequences stand against what they have numbered: `ahead` is what a restore must leave. */
export async function sequences(client: pg.Client): Promise<Record<string, boolean>> {
  const { rows } = await client.query(`
    select
      nextval('audit.data_op_log_id_seq') > (select max(id) from audit.data_op_log) as log,
      nextval('audit.statement_id_seq') > (select max(statement_id) from audit.data_op_log) as statements,
      nextval(pg_get_serial_sequence('audit.tracked_table', 'id')) > (select max(id) from audit.tracked_table) as declarations,
      coalesce(nextval(pg_get_serial_sequence('audit.rename', 'id')) > (select max(id) from audit.rename), true) as renames`);
  return rows[0];
}

export const ahead = { log: true, statements: true, declarations: true, renames: true };
