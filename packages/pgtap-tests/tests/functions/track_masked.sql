-- masked: that a value changed is recorded, the value itself never is, anywhere.

begin;
select plan(12);

create table account (id int primary key, name text, password text, keys jsonb, codes text[], modified_by text);
create table other (id int primary key, note text);
select audit.track('account', masked => '{password,keys,codes,modified_by}', json_columns => '{"keys": "object"}');
select audit.track('other');

insert into account values (1, 'importer', 's3cret', '{"k": "s3cret"}', '{s3cret}', 's3cret');
select is((last_record()).raw_data,
  '{"id": 1, "name": "importer", "password": "***", "keys": "***", "codes": "***", "modified_by": "***"}', 'raw_data has "***" in its place');
insert into account values (2, 'bert', null, null, null, null);
select is((last_record()).raw_data,
  '{"id": 2, "name": "bert", "password": null, "keys": null, "codes": null, "modified_by": null}', 'null stays null');

update account set password = 's3cret2' where id = 1;
select is((last_record()).diff, '{"diffType": "normal", "password": "\"***\" -> \"***\""}', 'the diff says that it changed');
update account set password = null where id = 1;
select is((last_record()).diff, '{"diffType": "normal", "password": "\"***\" -> null"}', 'to null');
update account set password = 's3cret3', name = 'support' where id = 1;
select is((last_record()).diff, '{"diffType": "normal", "name": "\"importer\" -> \"support\"", "password": "null -> \"***\""}', 'from null');
update account set password = 's3cret3' where id = 1;
select is(array_length(recorded('account'), 1), 5, 'no change is none');

update account set keys = '{"k": "s3cret4"}', codes = '{s3cret5}' where id = 1;
select is((last_record()).json_diff,
  '{"keys": {"diffType": "other", "content": "\"***\" -> \"***\""}, "codes": {"diffType": "other", "content": "\"***\" -> \"***\""}}',
  'a masked JSON or array column is diffed as other, whatever it was declared as');
update account set keys = null where id = 1;
select is((last_record()).json_diff, '{"keys": {"diffType": "other", "content": "\"***\" -> null"}}', 'to null');

delete from account where id = 1;
select is((last_record()).raw_data ->> 'password', '***', 'a delete hides it too');

select is((select count(*) from audit.data_op_log where table_name = 'account' and client_query is not null), 0::bigint, 'client_query is null for such a table');
with a as (update account set password = 's3cret6' returning id) insert into other select id, 's3cret?' from a;
select is((last_record('other')).client_query, null, 'and for another table that the same statement writes');

-- Anywhere: nothing of the log holds the values, but what was written to the other table.
select is_empty(
  $$ select * from audit.data_op_log as l where l.table_name = 'account' and l::text like '%s3cret%' $$,
  'no column of the log holds a masked value'
);

select * from finish();
rollback;
