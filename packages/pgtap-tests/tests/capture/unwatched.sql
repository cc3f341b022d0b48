-- A schema change that no event trigger has told of: the capture finds out, and records the table as it is.
-- Needs: no PGlite (it runs no event triggers)
-- Engines: both

begin;
select plan(7);

create table orders (id int primary key, name text, tags text[], secret text);
select audit.track('orders', masked => '{secret}');
insert into orders values (1, 'a', '{x}', 's');
alter event trigger audit_on_ddl disable;
alter event trigger audit_on_drop disable;
alter table orders drop column tags;
alter table orders rename column name to title;
alter table orders rename column secret to password;
alter table orders add column took interval;
alter table orders add column labels text[];
set local intervalstyle = 'sql_standard';

insert into orders values (2, 'b', 's', '1 day 2 hours', '{y}');
select is((last_record()).raw_data, '{"id": 2, "took": "1 day 02:00:00", "title": "b", "labels": ["y"], "password": "***"}', 'INSERT');
select is(current_setting('intervalstyle'), 'sql_standard', 'the session''s settings stay');
update orders set title = 'c', password = 't', labels = '{z}' where id = 2;
select is((last_record()).diff, '{"diffType": "normal", "title": "\"b\" -> \"c\"", "password": "\"***\" -> \"***\""}', 'UPDATE');
select is((last_record()).json_diff, '{"labels": {"diffType": "array", "newItems": ["z"], "removedItems": ["y"]}}', 'with the diff of a new array column');
delete from orders where id = 1;
select is((last_record()).raw_data, '{"id": 1, "took": null, "title": "a", "labels": null, "password": "***"}', 'DELETE');
select bag_eq(
  'select column_name, new_column_name from audit.rename',
  $$ values ('name', 'title'), ('secret', 'password') $$,
  'the renames are noted'
);
alter event trigger audit_on_ddl enable always;
alter event trigger audit_on_drop enable always;
select audit.track('orders', masked => '{password}');
select is((select problems from audit.tracked), '{}', 'audit.track brings the capture in step');

select * from finish();
rollback;
