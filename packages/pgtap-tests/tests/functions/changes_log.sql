-- audit.changes_log is the plain log of what is tracked with row_log.

begin;
select plan(2);

select is_empty('select * from audit.changes_log', 'it is empty where there is no log table');

create table note (id int primary key, text text);
create table other (id int primary key);
select audit.track('note', row_log => true), audit.track('other', row_log => true);
insert into note values (1, 'a "b"');
insert into other values (2);
update note set text = null;
delete from other;
truncate note;
select results_eq(
  'select operation, changed_data from audit.changes_log',
  $$ values ('INSERT', '(1,"a ""b""")'), ('INSERT', '(2)'), ('UPDATE', '(1,)'), ('DELETE', '(2)'), ('TRUNCATE', '(1,)'), ('TRUNCATE', null) $$,
  'and has the changes of all tables in their order'
);

select * from finish();
rollback;
