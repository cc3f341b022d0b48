-- audit.field_history: one row per changed field, read from the log.
-- Engines: both

begin;
select plan(33);

create type money_of as (amount numeric, note text);
create table item (
  id int primary key, name text, price numeric(30, 10), "diffType" text, "∆diffType" text, cost money_of,
  profile jsonb, labels jsonb, lines jsonb, blob jsonb, tags text[], secret text, ratio float8, modified_by text
);
select audit.track('item', masked => '{secret}', json_columns => '{"profile": "object", "labels": "array", "lines": {"type": "objectArray", "key": ["sku"]}}');

-- What became of a field in the newest record that changed it: {old,new}.
create function values_of(field text) returns text[] language sql as $$
  select array[h.old_value, h.new_value] from audit.field_history as h where h.field_changed = field order by h.log_id desc limit 1
$$;
create function fields_of(record_id bigint) returns text[] language sql as $$
  select coalesce(array_agg(h.field_changed order by h.ordinal_position, h.field_changed), '{}') from audit.field_history as h where h.log_id = record_id
$$;

select is(
  (select string_agg(format('%s %s', attname, format_type(atttypid, atttypmod)), ', ' order by attnum)
   from pg_attribute where attrelid = 'audit.field_history'::regclass and attnum > 0),
  'log_id bigint, schema_name text, table_name text, data_id text, field_changed text, ordinal_position integer, old_value text, new_value text, '
  'changed_by text, changed_at timestamp with time zone, application_name text, action text, transaction_id bigint, transaction_began timestamp with time zone',
  'the columns, in order'
);

-- INSERT

insert into item (id, name, price, blob, secret) values (1, 'Чашка', 1.5, 'null', 'hush');
select is(fields_of((last_record()).id), '{id,name,price,secret}', 'an insert: a row for each column that is not null, in the table''s order');
select is(values_of('name'), array[null, 'Чашка'], 'with no value before, and a string bare');
select is(values_of('price'), array[null, '1.5000000000'], 'a number with all its digits');
select is(values_of('secret'), array[null, '***'], 'and nothing of a masked column');
select results_eq(
  $$ select h.log_id, h.schema_name, h.table_name, h.data_id, h.action, h.transaction_id, h.transaction_began, h.changed_at, h.application_name
     from audit.field_history as h where h.field_changed = 'name' $$,
  $$ select l.id, l.schema_name, l.table_name, l.data_id, l.action, l.transaction_id, l.action_tstamp_tx, l.action_tstamp_clk, l.application_name
     from audit.data_op_log as l $$,
  'everything else is the record''s'
);
select results_eq(
  $$ select h.field_changed, h.ordinal_position from audit.field_history as h where h.field_changed in ('id', 'price') order by 1 $$,
  $$ values ('id', 1), ('price', 3) $$,
  'a column has its position in the table'
);

-- UPDATE of normal columns

update item set name = 'a -> "b" -> c', price = -12345678901234567890.0123456789 where id = 1;
select is(values_of('name'), array['Чашка', 'a -> "b" -> c'], 'an arrow in a new value splits nothing');
select is(values_of('price'), array['1.5000000000', '-12345678901234567890.0123456789'], 'no digit is lost');
update item set name = E'x\\" -> \\', price = null where id = 1;
select is(values_of('name'), array['a -> "b" -> c', E'x\\" -> \\'], 'nor one in an old value, nor quotes and backslashes');
select is(values_of('price'), array['-12345678901234567890.0123456789', null], 'null is null');
update item set name = '' where id = 1;
select is(values_of('name'), array[E'x\\" -> \\', ''], 'which an empty text is not');
update item set name = 'null' where id = 1;
select is(values_of('name'), array['', 'null'], 'nor the word');
update item set "diffType" = 'a', "∆diffType" = 'b', ratio = 0.1::float8 + 0.2::float8 where id = 1;
select is(fields_of((last_record()).id), '{diffType,∆diffType,ratio}', 'columns with reserved names have their own');
select is(values_of('ratio'), array[null, '0.30000000000000004'], 'a number is as it was recorded');
update item set cost = row(-1.50, 'a -> }') where id = 1;
update item set cost = row(2, E'"{ -> ') where id = 1;
select is(values_of('cost'), array['{"note": "a -> }", "amount": -1.50}', '{"note": "\"{ -> ", "amount": 2}'], 'a composite value is JSON');
update item set secret = 'other' where id = 1;
select is(values_of('secret'), array['***', '***'], 'a masked one has changed');

-- UPDATE of JSON and array columns: one row each

update item set profile = '{"theme": "a -> b", "size": 2, "diffType": 1}', labels = '["a", "b", "b"]', lines = '[{"sku": "CUP", "qty": 1, "key": "k"}, {"sku": "JAM", "qty": 2}]', blob = '{"a": "x -> y"}', tags = '{a,b}' where id = 1;
select is(fields_of((last_record()).id), '{profile,labels,lines,blob,tags}', 'each JSON column is one row');
update item set
  profile = '{"theme": "c", "size": 2, "beta": true, "diffType": 2}', labels = '["b", "c"]',
  lines = '[{"sku": "CUP", "qty": 1.0e1, "key": "l"}, {"sku": "TEA", "qty": 1}]', blob = '[1, "a -> b"]', tags = '{b,a}' where id = 1;
select is(values_of('profile'), array['{"beta": null, "theme": "a -> b", "diffType": 1}', '{"beta": true, "theme": "c", "diffType": 2}'], 'object: the changed members, before and after');
select is(values_of('labels'), array['["a", "b"]', '["c"]'], 'array: the items that went, and those that came');
select is(
  values_of('lines'),
  array['[{"qty": 2, "sku": "JAM"}, {"key": "CUP", "qty": 1, "∆key": "k"}]', '[{"qty": 1, "sku": "TEA"}, {"key": "CUP", "qty": 10, "∆key": "l"}]'],
  'objectArray: those, and then the changed fields of the others'
);
select is(values_of('blob'), array['{"a": "x -> y"}', '[1, "a -> b"]'], 'other: both documents');
select is(values_of('tags'), array[null, '{"reordered": true}'], 'another order of the same items is said to be one');
update item set blob = '"bare"' where id = 1;
select is(values_of('blob'), array['[1, "a -> b"]', 'bare'], 'a document that is a string is bare');
update item set blob = null, profile = null where id = 1;
select is(values_of('blob'), array['bare', null], 'none is null');
update item set profile = 'null', labels = null where id = 1;
select is(values_of('profile'), array['{}', '{}'], 'a change of no member is a change');
select is(values_of('labels'), array['["b", "c"]', '[]'], 'no array has no items');

-- DELETE, TRUNCATE

update item set id = 2 where id = 1;
select is(values_of('id'), array['1', '2'], 'a key that changes is a field that changes');
delete from item;
select results_eq(
  $$ select h.action, h.data_id, h.field_changed, h.ordinal_position, h.old_value, h.new_value from audit.field_history as h order by h.log_id desc limit 1 $$,
  $$ values ('D', '2', null::text, null::int, null::text, null::text) $$,
  'a delete is one row, without a field'
);
truncate item;
select results_eq(
  $$ select h.action, h.data_id, h.field_changed from audit.field_history as h order by h.log_id desc limit 1 $$,
  $$ values ('T', null::text, null::text) $$,
  'a TRUNCATE too, and without a key'
);

-- Who, and what is not there any more

select audit.set_context(meta => '{"actor": "importer"}');
insert into item (id, modified_by) values (3, 'clerk');
select is((select distinct h.changed_by from audit.field_history as h where h.log_id = (last_record()).id), 'importer', 'who: the context''s actor,');
select audit.set_context();
update item set name = 'x', modified_by = 'clerk' where id = 3;
select is((select h.changed_by from audit.field_history as h where h.log_id = (last_record()).id), 'clerk', 'else the row''s own,');
alter table item drop column modified_by, drop column ratio;
update item set name = 'y' where id = 3;
select is((select h.changed_by from audit.field_history as h where h.log_id = (last_record()).id), current_user::text, 'else the role');

select * from finish();
rollback;
