-- Names of any kind, and names that mean something to the capture itself.

begin;
select plan(8);

create schema "Odd ""Schema";
create table "Odd ""Schema"."Ta'b""le" ("I'd" int primary key, "sel ect" text, "%s" text, "a\b" text, "$body$" text, "x∆y" text);
select audit.track('"Odd ""Schema"."Ta''b""le"', ignored => '{"a\\b"}', masked => '{"%s"}');
insert into "Odd ""Schema"."Ta'b""le" values (1, 'a', 'b', 'c', 'd', 'e');
update "Odd ""Schema"."Ta'b""le" set "sel ect" = 'A', "%s" = 'B', "a\b" = 'C', "$body$" = 'D', "x∆y" = 'E';
select is((select array[schema_name, table_name, data_id] from last_record()), array['Odd "Schema', 'Ta''b"le', '1'], 'names are recorded as they are, without quotes');
select is((last_record()).diff, '{"diffType": "normal", "sel ect": "\"a\" -> \"A\"", "%s": "\"***\" -> \"***\"", "$body$": "\"d\" -> \"D\"", "x∆y": "\"e\" -> \"E\""}', 'columns too');
select lives_ok($$ select audit.untrack('"Odd ""Schema"."Ta''b""le"') $$, 'and untracked');

create table o (o int primary key, n int, r text, context text, id int, relid text, changed text, op_type text, client_query text, statement_id text, action text);
select audit.track('o');
insert into o values (1, 1, 'r', 'c', 1, 'x', 'y', 'z', 'q', 's', 'a');
update o set n = 2, r = 'R', context = 'C', id = 2, relid = 'X', changed = 'Y', op_type = 'Z', client_query = 'Q', statement_id = 'S', action = 'A';
select is((last_record()).raw_data is null and (last_record()).data_id = '1', true, 'columns named like what the capture uses are the application''s');
select is((select array_agg(k order by k) from jsonb_object_keys((last_record()).diff) as k),
  '{action,changed,client_query,context,diffType,id,n,op_type,r,relid,statement_id}', 'each in its place');
delete from o;
select is((last_record()).raw_data, '{"o": 1, "n": 2, "r": "R", "context": "C", "id": 2, "relid": "X", "changed": "Y", "op_type": "Z", "client_query": "Q", "statement_id": "S", "action": "A"}', 'in raw_data');

create table old_rows (id int primary key, new_rows int);
select audit.track('old_rows');
insert into old_rows values (1, 1);
update old_rows set new_rows = 2;
select is((last_record()).diff, '{"diffType": "normal", "new_rows": "1 -> 2"}', 'a table named like a transition table');

create table "row∆" ("row∆" int primary key, a int);
select audit.track('"row∆"');
insert into "row∆" values (1, 1), (2, 2);
alter table "row∆" drop constraint "row∆_pkey", add primary key ("row∆") deferrable;
update "row∆" set a = a * 10, "row∆" = 3 - "row∆";
select is((select array_agg(diff ->> 'a' order by data_id) from audit.data_op_log where action = 'U' and table_name = 'row∆'), '{2 -> 20,1 -> 10}',
  'a column named like the number by which rows are paired');

select * from finish();
rollback;
