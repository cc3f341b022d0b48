-- JSON type array: compared as a multiset.
-- Engines: both

begin;
select plan(15);
set local client_min_messages = warning;
create function diff(before jsonb, after jsonb) returns jsonb language sql as $$ select diff_of('"array"', before, after) $$;

select is(diff('["a", "b"]', '["b", "c"]'), '{"diffType": "array", "newItems": ["c"], "removedItems": ["a"]}', 'what is new and what is gone');
select is(diff('[1, 2, 3]', '[5, 1, 4]'), '{"diffType": "array", "newItems": [5, 4], "removedItems": [2, 3]}', 'new ones in the order of the new array, the others of the old');
select is(diff('["a", "a"]', '["a"]'), '{"diffType": "array", "newItems": [], "removedItems": ["a"]}', 'items count as often as they stand there');
select is(diff('["a"]', '["a", "b", "a", "a"]'), '{"diffType": "array", "newItems": ["b", "a", "a"], "removedItems": []}', 'on both sides');
select is(diff('[1, "1", null, [1], {"a": 1}]', '[1.0, {"a": 1.0}, [1]]'), '{"diffType": "array", "newItems": [], "removedItems": ["1", null]}', 'items are JSON values of any type, equal as jsonb is');
select is(diff('[9007199254740993]', '[9007199254740992]'), '{"diffType": "array", "newItems": [9007199254740992], "removedItems": [9007199254740993]}', 'every digit');
select is(diff_of('"array"', '[]', '[1.10]')::text, '{"diffType": "array", "newItems": [1.10], "removedItems": []}', 'as it is written');

select is(diff('["a", "b"]', '["b", "a"]'), '{"diffType": "array", "newItems": [], "removedItems": [], "reordered": true}', 'the same items in another order: reordered');
select is(diff('[1, 1, 2]', '[1, 2, 1]'), '{"diffType": "array", "newItems": [], "removedItems": [], "reordered": true}', 'repeated ones too');
select is(diff('["a", "b"]', '["b", "a", "c"]'), '{"diffType": "array", "newItems": ["c"], "removedItems": []}', 'not said where items came or went');

select is(diff(null, '[]'), '{"diffType": "array", "newItems": [], "removedItems": []}', 'null to []: two empty lists');
select is(diff('[]', 'null'), '{"diffType": "array", "newItems": [], "removedItems": []}', 'and back, to JSON''s null');
select is(diff(null, '[null]'), '{"diffType": "array", "newItems": [null], "removedItems": []}', 'an item may be null');
select is(diff('[1]', '{"a": 1}'), '{"diffType": "other", "content": "[1] -> {\"a\": 1}"}', 'a document that is no array: other, for that change');
select is(diff('1', null), '{"diffType": "other", "content": "1 -> null"}', 'also against null');

select * from finish();
rollback;
