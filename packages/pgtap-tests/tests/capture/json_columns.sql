-- json, jsonb and array columns: in json_diff, one diff for each that changed.
-- Engines: both

begin;
select plan(12);

create table doc (
  id int primary key, plain jsonb, old_json json, tags text[], grid int[][], profile jsonb, labels jsonb, lines jsonb, blob jsonb, steps int[]
);
select audit.track('doc', json_columns => '{"profile": "object", "labels": "array", "blob": "other", "steps": "other",
  "lines": {"type": "objectArray", "key": ["sku", "lot"]}}');
insert into doc values (1, '{"a": 1}', '{"a": 1}', '{x}', '{{1,2}}', '{"a": 1, "b": {"c": 1}}', '["x"]', '[{"sku": "s", "lot": 1, "n": 1}]', '1', '{1,2}');

create function changed() returns jsonb language sql as $$ select json_diff from last_record() $$;

update doc set plain = '{"a": 2}';
select is(changed(), '{"plain": {"diffType": "other", "content": "{\"a\": 1} -> {\"a\": 2}"}}', 'an undeclared jsonb column is other');
update doc set old_json = '{"a":2}';
select is(changed() -> 'old_json' ->> 'diffType', 'other', 'a json column too');
update doc set tags = '{x,y}';
select is(changed(), '{"tags": {"diffType": "array", "newItems": ["y"], "removedItems": []}}', 'an array column is array');
update doc set grid = '{{1,2},{3,4}}';
select is(changed(), '{"grid": {"diffType": "array", "newItems": [[3, 4]], "removedItems": []}}', 'of two dimensions: its rows are the items');
update doc set profile = '{"a": 2, "b": {"c": 2}}';
select is(changed(), '{"profile": {"diffType": "object", "a": "1 -> 2", "b": "{\"c\": 1} -> {\"c\": 2}"}}', 'object');
update doc set labels = '["y"]';
select is(changed(), '{"labels": {"diffType": "array", "newItems": ["y"], "removedItems": ["x"]}}', 'array');
update doc set lines = '[{"sku": "s", "lot": 1, "n": 2}, {"sku": "s", "lot": 2}]';
select is(changed(),
  '{"lines": {"diffType": "objectArray", "newItems": [{"sku": "s", "lot": 2}], "removedItems": [], "modifiedItems": [{"key": "s∆1", "n": "1 -> 2"}]}}', 'objectArray');
update doc set blob = '[1]', steps = '{2,1}';
select is(changed(),
  '{"blob": {"diffType": "other", "content": "1 -> [1]"}, "steps": {"diffType": "other", "content": "[1, 2] -> [2, 1]"}}',
  'other; several columns of one row stand side by side');
select is((last_record()).diff, null, 'diff is null when no normal column changed');
update doc set plain = '{"a": 2.0}', profile = '{"b": {"c": 2.00}, "a": 2}';
select is((last_record()).json_diff -> 'blob', '{"diffType": "other", "content": "1 -> [1]"}', 'what jsonb calls equal is no change: no record');
update doc set id = 2, tags = null;
select is((last_record()).json_diff, '{"tags": {"diffType": "array", "newItems": [], "removedItems": ["x", "y"]}}', 'to null');
select is((last_record()).diff, '{"diffType": "normal", "id": "1 -> 2"}', 'normal columns stand in diff, the others in json_diff');

select * from finish();
rollback;
