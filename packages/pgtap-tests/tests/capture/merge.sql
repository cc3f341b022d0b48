-- MERGE: one record per row, by what became of it.
-- Needs: PostgreSQL 15

begin;
select plan(2);

create table stock (sku text primary key, qty int);
select audit.track('stock');
insert into stock values ('a', 1), ('b', 2), ('c', 3), ('d', 4);

merge into stock
using (values ('a', 10), ('b', 0), ('d', 4), ('e', 5)) as delivery (sku, qty)
on stock.sku = delivery.sku
when matched and delivery.qty = 0 then delete
when matched then update set qty = delivery.qty
when not matched then insert values (delivery.sku, delivery.qty);

select bag_eq(
  $$ select action, data_id, coalesce(raw_data, diff)::text from audit.data_op_log where id > 4 $$,
  $$ values ('U', 'a', '{"qty": "1 -> 10", "diffType": "normal"}'),
            ('D', 'b', '{"qty": 2, "sku": "b"}'),
            ('I', 'e', '{"qty": 5, "sku": "e"}') $$,
  'an update, a delete and an insert of one statement; the update to the same value is none'
);
merge into stock using (values ('c')) as v (sku) on stock.sku = v.sku when matched then do nothing;
select is(array_length(recorded('stock'), 1), 7, 'DO NOTHING is no change');

select * from finish();
rollback;
