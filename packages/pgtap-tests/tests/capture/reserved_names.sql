-- A member that is itself named diffType is written with one more ∆ in front; readers take one off.
-- Engines: both

begin;
select plan(5);

create table odd (id int primary key, "diffType" text, "∆diffType" text, "∆∆diffType" int, "xdiffType" int, "key" text, j jsonb, l jsonb);
select audit.track('odd', json_columns => '{"j": "object", "l": {"type": "objectArray", "key": ["id"]}}');
insert into odd values (1, 'a', 'b', 1, 1, 'k', '{}', '[{"id": 1}]');

update odd set "diffType" = 'A', "∆diffType" = 'B', "∆∆diffType" = 2, "xdiffType" = 2, "key" = 'K';
select is((last_record()).diff,
  '{"diffType": "normal", "∆diffType": "\"a\" -> \"A\"", "∆∆diffType": "\"b\" -> \"B\"", "∆∆∆diffType": "1 -> 2", "xdiffType": "1 -> 2", "key": "\"k\" -> \"K\""}',
  'columns');
update odd set j = '{"diffType": 1, "∆diffType": 2, "key": 3, "∆key": 4}';
select is((last_record()).json_diff -> 'j',
  '{"diffType": "object", "∆diffType": "null -> 1", "∆∆diffType": "null -> 2", "key": "null -> 3", "∆key": "null -> 4"}',
  'members of an object');
update odd set l = '[{"id": 1, "key": 2, "∆key": 3, "diffType": 4, "∆diffType": 5}]';
select is((last_record()).json_diff -> 'l' -> 'modifiedItems',
  '[{"key": "1", "∆key": "null -> 2", "∆∆key": "null -> 3", "diffType": "null -> 4", "∆diffType": "null -> 5"}]',
  'in modifiedItems the reserved name is key, not diffType');
delete from odd;
select is((last_record()).raw_data ->> 'diffType', 'A', 'raw_data is the row, not a diff: its names stay');
create table plain (id int primary key, j jsonb);
select audit.track('plain');
insert into plain values (1, '{}');
update plain set j = '{"diffType": 1}';
select is((last_record()).json_diff, '{"j": {"diffType": "other", "content": "{} -> {\"diffType\": 1}"}}', 'nor do names within a whole value change');

select * from finish();
rollback;
