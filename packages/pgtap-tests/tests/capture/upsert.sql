-- INSERT … ON CONFLICT: an I for each row inserted, a U for each row updated.

begin;
select plan(5);

create table stock (sku text primary key, qty int);
select audit.track('stock');
insert into stock values ('a', 1), ('b', 2);

insert into stock values ('b', 3), ('c', 4), ('a', 5) on conflict (sku) do update set qty = stock.qty + excluded.qty;
select bag_eq(
  $$ select action, data_id, coalesce(raw_data, diff)::text from audit.data_op_log where id > 2 $$,
  $$ values ('I', 'c', '{"qty": 4, "sku": "c"}'),
            ('U', 'a', '{"qty": "1 -> 6", "diffType": "normal"}'),
            ('U', 'b', '{"qty": "2 -> 5", "diffType": "normal"}') $$,
  'each row by what became of it'
);
select is(array_length(recorded('stock'), 1), 5, 'and once only');

insert into stock values ('a', 0) on conflict do nothing;
select is(array_length(recorded('stock'), 1), 5, 'DO NOTHING is no change');
insert into stock values ('a', 0) on conflict (sku) do update set qty = stock.qty;
select is(array_length(recorded('stock'), 1), 5, 'nor is an update to the same values');
insert into stock values ('a', 0) on conflict (sku) do update set sku = 'z' where stock.qty > 0;
select is((select array[data_id, diff ->> 'sku'] from last_record()), '{z,"\"a\" -> \"z\""}', 'an upsert may change the key');

select * from finish();
rollback;
