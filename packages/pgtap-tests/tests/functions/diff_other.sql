-- JSON type other: the whole value before and after.
-- Engines: both

begin;
select plan(7);
set local client_min_messages = warning;
create function diff(before jsonb, after jsonb) returns jsonb language sql as $$ select diff_of('"other"', before, after) $$;

select is(diff('{"a": [1]}', '{"a": [2]}'), '{"diffType": "other", "content": "{\"a\": [1]} -> {\"a\": [2]}"}', 'as JSON text');
select is(diff(null, '[]'), '{"diffType": "other", "content": "null -> []"}', 'from null');
select is(diff('"a"', null), '{"diffType": "other", "content": "\"a\" -> null"}', 'to null');
select is(diff(null, 'null'), '{"diffType": "other", "content": "null -> null"}', 'SQL''s null to JSON''s is a change, though both read null');
select is(diff('1', '"1"'), '{"diffType": "other", "content": "1 -> \"1\""}', 'a number to its text');
select is(diff('[1, 2]', '[2, 1]'), '{"diffType": "other", "content": "[1, 2] -> [2, 1]"}', 'another order');
select is(diff('1.0', '1.00'), null, 'what jsonb calls equal is no change');

select * from finish();
rollback;
