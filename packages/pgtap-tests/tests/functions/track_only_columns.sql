-- only_columns: compare only these.

begin;
select plan(5);

create table orders (id int primary key, name text, qty int, profile jsonb);
select audit.track('orders', only_columns => '{name,profile}');
insert into orders values (1, 'a', 1, '{}');

update orders set qty = 2;
select is(recorded('orders'), '{I 1}', 'a change to any other column is no record');
update orders set qty = 3, name = 'b';
select is((last_record()).diff, '{"diffType": "normal", "name": "\"a\" -> \"b\""}', 'nor does it show in the diff of one that is compared');
update orders set profile = '[]';
select is((select array[diff is null, json_diff is not null] from last_record()), '{t,t}', 'JSON columns are chosen the same way');
update orders set id = 2;
select is((last_record()).diff, '{"diffType": "normal", "id": "1 -> 2"}', 'a change of the key is always recorded');
delete from orders;
select is((last_record()).raw_data, '{"id": 2, "name": "b", "qty": 3, "profile": []}', 'raw_data has every column');

select * from finish();
rollback;
