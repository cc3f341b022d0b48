-- Schema changes: from the next statement on the log has the new shape, and recording never ends silently.

begin;
select plan(13);

create schema shop;
create table shop.orders (id int primary key, name text, secret text, seen int, profile jsonb);
select audit.track('shop.orders', ignored => '{seen}', masked => '{secret}', json_columns => '{"profile": "object"}');
insert into shop.orders values (1, 'a', 's', 1, '{}');

alter table shop.orders add column qty int;
update shop.orders set qty = 1;
select is((last_record()).diff, '{"diffType": "normal", "qty": "null -> 1"}', 'a column is added');
alter table shop.orders alter column qty type numeric(8, 2);
update shop.orders set qty = 1.5;
select is((last_record()).diff, '{"diffType": "normal", "qty": "1.00 -> 1.50"}', 'retyped');
alter table shop.orders rename column qty to amount;
update shop.orders set amount = 2;
select is((last_record()).diff, '{"diffType": "normal", "amount": "1.50 -> 2.00"}', 'renamed');
alter table shop.orders drop column amount;
update shop.orders set name = 'b';
select is((last_record()).diff, '{"diffType": "normal", "name": "\"a\" -> \"b\""}', 'and dropped');

-- A column that an option names. Without event triggers nothing can tell what it was called before.

create function follows() returns boolean language sql as $$ select capture = 'statement' from audit.tracked limit 1 $$;

alter table shop.orders rename column secret to password;
update shop.orders set password = 't';
select ok(not follows() or (last_record()).diff = '{"diffType": "normal", "password": "\"***\" -> \"***\""}', 'a masked column stays masked under its new name');
alter table shop.orders rename column seen to visits;
update shop.orders set visits = 2, name = 'c';
select ok(not follows() or (last_record()).diff = '{"diffType": "normal", "name": "\"b\" -> \"c\""}', 'an ignored one ignored');
alter table shop.orders rename column profile to settings;
update shop.orders set settings = '{"k": 1}';
select ok(not follows() or (last_record()).json_diff = '{"settings": {"diffType": "object", "k": "null -> 1"}}', 'a JSON column keeps its type');
alter table shop.orders rename column id to number;
update shop.orders set name = 'd';
select ok(not follows() or (last_record()).data_id = '1', 'and the key is the key');

set local quote_all_identifiers = on;
alter table shop.orders add column extra int;
reset quote_all_identifiers;
select is((select in_step from audit.tracked), true, 'whatever the session quotes');

-- The table

select audit.track('shop.orders', masked => '{password}');
alter table shop.orders rename to purchases;
update shop.purchases set name = 'e';
select is((select array[schema_name, table_name] from last_record()), '{shop,purchases}', 'a renamed table');
create schema archive;
alter table shop.purchases set schema archive;
update archive.purchases set name = 'f';
select is((select array[schema_name, table_name] from last_record()), '{archive,purchases}', 'one that moves to another schema');
select is((select array[schema_name, table_name] from audit.tracked), '{archive,purchases}', 'it is listed as it is named now');
drop table archive.purchases;
select is((select count(*) from audit.data_op_log where table_name = 'orders'), 9::bigint, 'dropped: the history stays, under the name of its time');

select * from finish();
rollback;
