-- INSERT: one record per row, with the whole new row.

begin;
select plan(9);

create schema shop;
create table shop.orders (id int primary key, name text, qty int default 1, price numeric(8, 2), placed timestamptz, extra jsonb, tags text[]);
select audit.track('shop.orders');

insert into shop.orders values (1, 'a', 2, 9.90, '2026-03-04 05:06:07.891234+00', '{"k": [1, null]}', '{x,y}');
select is((last_record()).raw_data,
  '{"id": 1, "name": "a", "qty": 2, "price": 9.90, "placed": "2026-03-04T05:06:07.891234+00:00", "extra": {"k": [1, null]}, "tags": ["x", "y"]}',
  'raw_data is the whole row');
select is(
  (select array[action, schema_name, table_name, data_id, statement_only::text] from last_record()),
  '{I,shop,orders,1,false}', 'with the action, the table and the key'
);
select is((last_record()).relid, 'shop.orders'::regclass::oid, 'and the table''s oid');
select is((select array[diff, json_diff] from last_record()), array[null, null]::jsonb[], 'and no diff');

insert into shop.orders (id) values (2);
select is((last_record()).raw_data,
  '{"id": 2, "name": null, "qty": 1, "price": null, "placed": null, "extra": null, "tags": null}',
  'nulls and defaults as they are stored');

insert into shop.orders (id) select n from generate_series(3, 7) as n;
select is(recorded('orders'), '{I 1,I 2,I 3,I 4,I 5,I 6,I 7}', 'a statement of many rows: a record for each, in order');
insert into shop.orders (id) select 1 where false;
select is(array_length(recorded('orders'), 1), 7, 'of no rows: none');

create function shop.polish() returns trigger language plpgsql as $$ begin new.name := upper(new.name); return new; end $$;
create trigger polish before insert on shop.orders for each row execute function shop.polish();
insert into shop.orders (id, name) values (8, 'as typed');
select is((last_record()).raw_data ->> 'name', 'AS TYPED', 'what BEFORE triggers make of a row is what is recorded');

create view shop.order_names as select id, name from shop.orders;
insert into shop.order_names values (9, 'through a view');
select is((last_record()).table_name || ' ' || (last_record()).data_id, 'orders 9', 'a row written through a view is recorded for the table');

select * from finish();
rollback;
