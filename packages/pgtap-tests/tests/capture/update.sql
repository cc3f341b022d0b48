-- UPDATE: one record per changed row, with what changed. The normal diff.

begin;
select plan(13);

create table orders (id int primary key, note text, qty int, name text, paid boolean);
select audit.track('orders');
insert into orders values (1, null, 1, 'a', false), (2, 'n', 5, 'b', true);

update orders set note = 'content', qty = 2, name = 'b' where id = 1;
select is((last_record()).diff,
  '{"diffType": "normal", "note": "null -> \"content\"", "qty": "1 -> 2", "name": "\"a\" -> \"b\""}',
  'the changed columns, each with its JSON text before and after');
select is((select array[action, data_id, raw_data::text, json_diff::text] from last_record()), array['U', '1', null, null], 'no whole row, no JSON diff');

update orders set note = null where id = 1;
select is((last_record()).diff, '{"diffType": "normal", "note": "\"content\" -> null"}', 'to null');
update orders set note = 'null' where id = 1;
select is((last_record()).diff, '{"diffType": "normal", "note": "null -> \"null\""}', 'SQL''s null is not the text "null"');
update orders set note = '' where id = 1;
select is((last_record()).diff, '{"diffType": "normal", "note": "\"null\" -> \"\""}', 'nor the empty text');
update orders set note = E'a "b" -> c\n\\' where id = 1;
select is((last_record()).diff ->> 'note', $$"" -> "a \"b\" -> c\n\\"$$, 'quotes, line breaks and backslashes as JSON writes them');

-- No change, no record

select is(array_length(recorded('orders'), 1), 7, 'so far two inserts and five updates');
update orders set note = note, qty = qty;
select is(array_length(recorded('orders'), 1), 7, 'an update that changes nothing writes no record');
update orders set qty = 0 where false;
select is(array_length(recorded('orders'), 1), 7, 'nor one of no rows');
update orders set qty = 5;
select is((select recorded('orders'))[8:], '{U 1}', 'of the rows of a statement, only those that changed are recorded');

-- Many rows

insert into orders select n, 'n' || n, n, 'x', false from generate_series(101, 1100) as n;
update orders set qty = -qty, note = 'm' || id where id > 100;
select is(
  (select count(*) from audit.data_op_log as l
   where l.action = 'U' and l.diff = jsonb_build_object(
     'diffType', 'normal', 'qty', format('%s -> -%1$s', l.data_id), 'note', format('"n%s" -> "m%1$s"', l.data_id))),
  1000::bigint,
  'each of a thousand rows has its own old and new values'
);

update orders set qty = o.qty from (select id + 1 as id, qty from orders where id between 101 and 199) as o where o.id = orders.id;
select is((select count(*) from audit.data_op_log as l where l.statement_id = (last_record()).statement_id), 99::bigint, 'UPDATE … FROM');

create function halve() returns trigger language plpgsql as $$ begin if new.qty > 100 then return null; end if; new.qty := new.qty / 2; return new; end $$;
create trigger halve before update on orders for each row execute function halve();
update orders set qty = case id when 1 then 40 else 400 end where id in (1, 2);
select is((select array[data_id, diff ->> 'qty'] from last_record()), '{1,5 -> 20}', 'what BEFORE triggers change or suppress is recorded as it came out');

select * from finish();
rollback;
