-- An upgrade keeps the history and what is tracked, and recording goes on.

begin;
select plan(5);

select is(recorded('orders') || recorded('event'), '{I 1,I 1∆2026-05-06}', 'the history is there');
select bag_eq(
  'select schema_name, table_name, in_step from audit.tracked', $$ values ('shop', 'orders', true), ('shop', 'event', true) $$,
  'what was tracked is tracked, and in step'
);
update shop.orders set name = 'after the upgrade', secret = 'other';
select is((last_record()).diff ->> 'secret', '"***" -> "***"', 'with its options');
update shop.orders set lines = '[{"sku": "a"}]';
select is((last_record()).json_diff -> 'lines' -> 'newItems', '[{"sku": "a"}]', 'JSON diffs too');
insert into shop.event_1 values (2, '2026-05-07');
select is((last_record()).table_name, 'event', 'and in partitions');

select * from finish();
rollback;
