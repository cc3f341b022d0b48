-- audit.names_of(target, target_schema) and audit.field_names_of(field, target, target_schema): the names that a table
-- and its columns have had in the log.

begin;
select plan(20);

-- What the log has of a table, however it was called: as a reader would ask.
create function history(target text, target_schema text default null) returns text[] language sql as $$
  select coalesce(array_agg(concat_ws(' ', l.table_name, l.raw_data ->> 'id') order by l.id), '{}')
  from audit.data_op_log as l
  where exists (
    select from audit.names_of(target, target_schema) as n
    where n.table_name = l.table_name and (n.schema_name = l.schema_name or l.schema_name <> all (n.other_schemas)) and l.id <@ n.ids
  )
$$;
create function field_history(field text, target text, target_schema text default null) returns text[] language sql as $$
  select coalesce(array_agg(concat_ws(' ', n.field_name, l.diff ->> n.field_name) order by l.id), '{}')
  from audit.data_op_log as l
  join audit.field_names_of(field, target, target_schema) as n
    on n.table_name = l.table_name and (n.schema_name = l.schema_name or l.schema_name <> all (n.other_schemas)) and l.id <@ n.ids
      and l.diff ? n.field_name
$$;

create schema shop;
create schema archive;
create table shop.orders (id int primary key, qty int, note text);
select audit.track('shop.orders');
insert into shop.orders values (1);
select is(history('orders', 'shop'), '{orders 1}', 'a table that was never renamed');
select is(history('orders'), '{orders 1}', 'in any schema');
select is(history('no_such_table'), '{}', 'a table that never was');

-- Renamed and moved.
alter table shop.orders rename to purchases;
select is(history('purchases', 'shop'), '{orders 1}', 'renamed, before the next write');
insert into shop.purchases values (2);
alter table shop.purchases set schema archive;
insert into archive.purchases values (3);
select is(history('purchases', 'archive'), '{orders 1,purchases 2,purchases 3}', 'by the name that it has now');
select is(history('purchases', 'shop'), '{orders 1,purchases 2,purchases 3}', 'by one that it had meanwhile');
select is(history('orders', 'shop'), '{orders 1,purchases 2,purchases 3}', 'by its first name');
select is(history('orders'), '{orders 1,purchases 2,purchases 3}', 'in any schema');
select is(history('purchases'), '{orders 1,purchases 2,purchases 3}', 'each record once, though two schemas had it');

-- The name is another table's now.
create table shop.orders (id int primary key);
select audit.track('shop.orders');
insert into shop.orders values (10);
select is(history('orders', 'shop'), '{orders 10}', 'a name that was taken anew means the table that has it now');
select is(history('purchases', 'archive'), '{orders 1,purchases 2,purchases 3}', 'and the other one keeps what was recorded under it before');

-- Two tables swap their names.
create table shop.orders_new (id int primary key);
select audit.track('shop.orders_new');
insert into shop.orders_new values (20);
alter table shop.orders rename to orders_old;
alter table shop.orders_new rename to orders;
alter table shop.orders_old rename to orders_new;
insert into shop.orders values (21);
insert into shop.orders_new values (11);
select is(history('orders', 'shop'), '{orders_new 20,orders 21}', 'swapped: the one');
select is(history('orders_new', 'shop'), '{orders 10,orders_new 11}', 'the other');

-- There and back.
alter table shop.orders rename to aside;
insert into shop.aside values (22);
alter table shop.aside rename to orders;
insert into shop.orders values (23);
select is(history('orders', 'shop'), '{orders_new 20,orders 21,aside 22,orders 23}', 'renamed back');

-- Dropped
drop table shop.orders;
select is(history('orders_new', 'shop'), '{orders 10,orders_new 11}', 'another table that was dropped changes nothing');

-- Columns
update archive.purchases set qty = 1 where id = 1;
alter table archive.purchases rename column qty to amount;
update archive.purchases set amount = 2 where id = 1;
select is(field_history('amount', 'purchases', 'archive'), '{qty null -> 1,amount 1 -> 2}', 'a column under both of its names');
select is(field_history('qty', 'purchases', 'archive'), '{qty null -> 1,amount 1 -> 2}', 'by its old name');
alter table archive.purchases add column qty int;
update archive.purchases set qty = 5 where id = 2;
alter table archive.purchases rename to buys;
update archive.buys set qty = 6 where id = 2;
select is(field_history('qty', 'buys', 'archive'), '{qty null -> 5,qty 5 -> 6}', 'a name that was taken anew means the column that has it now');
select is(field_history('amount', 'purchases'), '{qty null -> 1,amount 1 -> 2}', 'and the other keeps its history, also by an old name of the table');
select is(field_history('note', 'buys', 'archive'), '{}', 'a column that never changed');

select * from finish();
rollback;
