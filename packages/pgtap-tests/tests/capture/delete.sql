-- DELETE: one record per row, with the whole old row.

begin;
select plan(4);

create table orders (id int primary key, name text);
select audit.track('orders');
insert into orders select n, 'name ' || n from generate_series(1, 5) as n;

delete from orders where id = 2;
select is(
  (select array[action, data_id, raw_data::text, diff::text, json_diff::text] from last_record()),
  array['D', '2', '{"id": 2, "name": "name 2"}', null, null], 'the old row, whole; no diff'
);
delete from orders where id > 3;
select is((recorded('orders'))[6:], '{D 2,D 4,D 5}', 'a record for each row');
delete from orders where id = 99;
select is(array_length(recorded('orders'), 1), 8, 'none for no row');
with gone as (delete from orders returning id) select count(*) from gone;
select is((recorded('orders'))[9:], '{D 1,D 3}', 'with RETURNING too');

select * from finish();
rollback;
