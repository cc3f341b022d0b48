-- rebuild_row_log begins a log table anew and keeps the old one.

begin;
select plan(6);

create table note (id int primary key);
select audit.track('note', row_log => true);
insert into note values (1);
select is(audit.rebuild_row_log('note')::text, 'audit_log.public_note_log', 'it says what the new one is');
insert into note values (2);
select results_eq('select id from audit_log.public_note_log', 'values (2)', 'which has what comes from then on');
select results_eq('select id from audit_log.public_note_log_1', 'values (1)', 'the old one has a suffix');
select audit.rebuild_row_log('note');
select has_table('audit_log', 'public_note_log_2', 'and the next one the next');

create table plain (id int primary key);
select throws_with_hint(
  $$ select audit.rebuild_row_log('plain') $$,
  'UA044', 'public.plain has no log table', 'audit.track makes one: row_log => true.', 'a table without one is refused'
);

select audit.untrack('note');
select audit.track('note', row_log => true);
select has_table('audit_log', 'public_note_log_3', 'tracking again after untrack keeps the old one too');

select * from finish();
rollback;
