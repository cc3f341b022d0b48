-- JSON type object: as the normal diff, over the object's members.
-- Engines: both

begin;
select plan(17);
set local client_min_messages = warning;
create function diff(before jsonb, after jsonb) returns jsonb language sql as $$ select diff_of('"object"', before, after) $$;

select is(diff('{"a": 1, "b": "x", "c": true}', '{"a": 2, "b": "y", "c": true}'),
  '{"diffType": "object", "a": "1 -> 2", "b": "\"x\" -> \"y\""}', 'changed members only, each with its JSON text before and after');
select is(diff('{}', '{"a": "content"}'), '{"diffType": "object", "a": "null -> \"content\""}', 'an absent member reads null: added');
select is(diff('{"a": [1]}', '{}'), '{"diffType": "object", "a": "[1] -> null"}', 'removed');
select is(diff('{"a": {"b": {"c": 1}, "d": 2}}', '{"a": {"b": {"c": 2}, "d": 2}}'),
  '{"diffType": "object", "a": "{\"b\": {\"c\": 1}, \"d\": 2} -> {\"b\": {\"c\": 2}, \"d\": 2}"}', 'shallow: a changed nested value is its whole JSON text');
select is(diff('{"a": 1}', '{"a": "1"}'), '{"diffType": "object", "a": "1 -> \"1\""}', 'a number is not its text');
select is(diff('{"a": false}', '{"a": null}'), '{"diffType": "object", "a": "false -> null"}', 'nor null false');
select is(diff('{"a": 1.0, "b": {"x": 1, "y": 2}}', '{"b": {"y": 2.0, "x": 1}, "a": 1.00}'), null, 'what jsonb calls equal is no change');
select is(diff('{"n": 9007199254740993}', '{"n": 9007199254740992}'), '{"diffType": "object", "n": "9007199254740993 -> 9007199254740992"}', 'numbers keep every digit');

-- null, and other types

select is(diff(null, '{"a": 1}'), '{"diffType": "object", "a": "null -> 1"}', 'SQL''s null counts as an empty object: before');
select is(diff('{"a": 1}', null), '{"diffType": "object", "a": "1 -> null"}', 'and after');
select is(diff('null', '{"a": 1}'), '{"diffType": "object", "a": "null -> 1"}', 'JSON''s null too');
select is(diff(null, '{}'), '{"diffType": "object"}', 'null to an empty object: a change without members');
select is(diff('{}', '{"a": null}'), '{"diffType": "object", "a": "null -> null"}', 'an absent member that becomes null is a change, and both read null');
select is(diff('{"a": 1}', '[1]'), '{"diffType": "other", "content": "{\"a\": 1} -> [1]"}', 'a document that is no object: other, for that change');
select is(diff('"text"', null), '{"diffType": "other", "content": "\"text\" -> null"}', 'also against null');

-- Names

select is(diff('{}', '{"diffType": 1, "∆diffType": 2, "": 3, "content": 4}'),
  '{"diffType": "object", "∆diffType": "null -> 1", "∆∆diffType": "null -> 2", "": "null -> 3", "content": "null -> 4"}', 'diffType gets one more ∆ in front');
select is(diff('{}', jsonb_build_object(E'q"\\\n', U&'\2028')), jsonb_build_object('diffType', 'object', E'q"\\\n', 'null -> "' || U&'\2028' || '"'), 'any characters');

select * from finish();
rollback;
