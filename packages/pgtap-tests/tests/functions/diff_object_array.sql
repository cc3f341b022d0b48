-- JSON type objectArray: objects are matched by their key fields.
-- Engines: both

begin;
select plan(22);
set local client_min_messages = warning;
create function diff(before jsonb, after jsonb) returns jsonb language sql as
  $$ select diff_of('{"type": "objectArray", "key": ["id"]}', before, after) $$;
create function diff_lines(before jsonb, after jsonb) returns jsonb language sql as
  $$ select diff_of('{"type": "objectArray", "key": ["sku", "lot"]}', before, after) $$;
create function lists(new_items jsonb, removed_items jsonb, modified_items jsonb) returns jsonb language sql as
  $$ select jsonb_build_object('diffType', 'objectArray', 'newItems', new_items, 'removedItems', removed_items, 'modifiedItems', modified_items) $$;

select is(diff('[{"id": 1, "n": "a"}, {"id": 2, "n": "b"}]', '[{"id": 2, "n": "B"}, {"id": 3, "n": "c"}]'),
  lists('[{"id": 3, "n": "c"}]', '[{"id": 1, "n": "a"}]', '[{"key": "2", "n": "\"b\" -> \"B\""}]'), 'new, removed and modified items');
select is(diff('[{"id": 1}, {"id": 2}, {"id": 3}]', '[{"id": 3, "n": 3}, {"id": 5}, {"id": 1, "n": 1}, {"id": 4}]'),
  lists('[{"id": 5}, {"id": 4}]', '[{"id": 2}]', '[{"key": "3", "n": "null -> 3"}, {"key": "1", "n": "null -> 1"}]'), 'new and modified ones in the order of the new array, removed of the old');
select is(diff('[{"id": 1, "a": 1, "b": {"c": 1}, "d": 0}]', '[{"id": 1, "b": {"c": 2}, "e": null, "d": 0.0}]'),
  lists('[]', '[]', '[{"key": "1", "a": "1 -> null", "b": "{\"c\": 1} -> {\"c\": 2}", "e": "null -> null"}]'), 'changed fields only, whatever the change');
select is(diff('[{"id": "x y"}]', '[{"id": "x y", "n": 9007199254740993}]'), lists('[]', '[]', '[{"key": "x y", "n": "null -> 9007199254740993"}]'), 'a text as key is bare; numbers keep every digit');

-- Keys

select is(diff_lines('[{"sku": "s", "lot": 1, "n": 1}, {"sku": "s", "lot": 2, "n": 1}]', '[{"lot": 2, "sku": "s", "n": 2}, {"sku": "s", "lot": 1, "n": 1}]'),
  lists('[]', '[]', '[{"key": "s∆2", "n": "1 -> 2"}]'), 'a key of several fields, joined with ∆ in the order declared');
select is(diff('[{"id": 1, "n": 1}]', '[{"id": 1.0, "n": 2}]'), lists('[]', '[]', '[{"key": "1.0", "n": "1 -> 2"}]'), 'keys are equal as jsonb is');
select is(diff('[{"id": 1, "n": 1}]', '[{"id": "1", "n": 1}]'), lists('[{"id": "1", "n": 1}]', '[{"id": 1, "n": 1}]', '[]'), 'so a number is not its text');
select is(diff_lines('[{"sku": "a∆b", "lot": "c", "n": 1}]', '[{"sku": "a", "lot": "b∆c", "n": 2}]'),
  lists('[{"sku": "a", "lot": "b∆c", "n": 2}]', '[{"sku": "a∆b", "lot": "c", "n": 1}]', '[]'), 'a ∆ within a key value confuses nothing');
select is(diff('[{"id": null, "n": 1}]', '[{"id": null, "n": 2}]') -> 'modifiedItems', '[{"key": "null", "n": "1 -> 2"}]', 'a key that is null');

-- Items that can't be matched are compared as array items

select is(diff('[1, "x", null, [1]]', '["x", [1], 2]'), lists('[2]', '[1, null]', '[]'), 'no objects');
select is(diff('[{"n": 1}]', '[{"n": 2}]'), lists('[{"n": 2}]', '[{"n": 1}]', '[]'), 'objects that lack the key');
select is(diff_lines('[{"sku": "s", "n": 1}]', '[{"sku": "s", "n": 2}]'), lists('[{"sku": "s", "n": 2}]', '[{"sku": "s", "n": 1}]', '[]'), 'or a part of it');
select is(diff('[{"id": 1, "n": 1}, {"id": 1, "n": 2}]', '[{"id": 1, "n": 1}, {"id": 1, "n": 3}]'), lists('[{"id": 1, "n": 3}]', '[{"id": 1, "n": 2}]', '[]'), 'or repeat one');
select is(diff('[{"id": 1, "n": 1}]', '[{"id": 1, "n": 1}, {"id": 1, "n": 1}]'), lists('[{"id": 1, "n": 1}]', '[]', '[]'), 'on one side: the one that is equal is no change');

-- Order, null and other types

select is(diff('[{"id": 1}, {"id": 2}]', '[{"id": 2}, {"id": 1}]'), lists('[]', '[]', '[]') || '{"reordered": true}', 'the same items in another order: reordered');
select is(diff('[{"id": 1}, {"id": 2}]', '[{"id": 2, "n": 1}, {"id": 1}]'), lists('[]', '[]', '[{"key": "2", "n": "null -> 1"}]'), 'not said where anything else changed');
select is(diff(null, '[]'), lists('[]', '[]', '[]'), 'null to []: empty lists');
select is(diff('null', '[{"id": 1}]'), lists('[{"id": 1}]', '[]', '[]'), 'JSON''s null too');
select is(diff('[{"id": 1}]', null), lists('[]', '[{"id": 1}]', '[]'), 'to null');
select is(diff('[{"id": 1}]', '{"id": 1}'), '{"diffType": "other", "content": "[{\"id\": 1}] -> {\"id\": 1}"}', 'a document that is no array: other, for that change');

-- Names: in modifiedItems the reserved one is key

select is(diff('[{"id": 1}]', '[{"id": 1, "key": 1, "∆key": 2, "diffType": 3}]') -> 'modifiedItems',
  '[{"key": "1", "∆key": "null -> 1", "∆∆key": "null -> 2", "diffType": "null -> 3"}]', 'key gets one more ∆ in front, diffType none');
select is(diff_of('{"type": "objectArray", "key": ["key"]}', '[{"key": 1, "n": 1}]', '[{"key": 1, "n": 2}]') -> 'modifiedItems', '[{"key": "1", "n": "1 -> 2"}]', 'a key field of that name is not in the way');

select * from finish();
rollback;
