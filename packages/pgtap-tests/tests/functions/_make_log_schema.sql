-- The schema of the log tables is the owner's of the schema audit, or there are none.

begin;
select plan(1);

create role somebody;
create schema audit_log authorization somebody;
create table note (id int primary key);
select throws_with_hint(
  $$ select audit.track('note', row_log => true) $$,
  'UA041', 'the schema audit_log belongs to somebody, not to the owner of the schema audit',
  'Log tables are kept there: rename that schema, or give it to the owner of the schema audit.',
  'another''s is left alone'
);

select * from finish();
rollback;
