-- audit.set_mark, rename_mark, delete_mark, delete_marks_before, protect_mark, unprotect_mark, and the view audit.mark.

begin;
select plan(20);

create table orders (id serial primary key, qty int);
create table events (id int generated always as identity, day date) partition by range (day);
create table events_2026 partition of events for values from ('2026-01-01') to ('2027-01-01');
select audit.track('orders', row_log => true);
select audit.track('events', key => '{}', row_log => true);
select audit.create_group('shop');
select audit.assign('orders', 'shop');
select audit.assign('events', 'shop');

insert into orders (qty) values (1), (2);
select is(audit.set_mark('shop', 'first', 'to begin with'), 'first', 'a mark is set');
select results_eq(
  'select group_name, mark_name, marked_by, protected, note, gid, transaction_id, tables from audit.mark',
  $$ select 'shop', 'first', session_user::text collate "default", false, 'to begin with', max(emaj_gid), pg_current_xact_id()::text::bigint, 2 from audit_log.public_orders_log $$,
  'and is listed: it comes after all that is in the log'
);
select results_eq(
  $$ select sequence, last_value, is_called from audit.mark_sequence where sequence = 'orders_id_seq'::regclass $$,
  $$ values ('orders_id_seq'::regclass, 2::bigint, true) $$,
  'it notes where a serial column''s sequence stands'
);
select results_eq(
  $$ select last_value, is_called from audit.mark_sequence where sequence = pg_get_serial_sequence('events', 'id')::regclass $$,
  $$ values (1::bigint, false) $$,
  'and an identity column''s'
);
select results_eq(
  $$ select shape, partitions from audit.mark_table as t join audit.table_group_member as m on m.id = t.member_id where m.relid = 'events'::regclass $$,
  $$ values ('id integer, day date', '{events_2026}'::regclass[]) $$,
  'and what each table looks like'
);
select isnt_empty(
  $$ select from pg_locks where relation = 'orders'::regclass and mode = 'ShareRowExclusiveLock' and pid = pg_backend_pid() $$,
  'writers are kept away until the end of the transaction'
);

select matches(audit.set_mark('shop'), '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$', 'without a name it is called after the time');
select matches(audit.set_mark('shop', 'before % import'), '^before \d{4}-\S+Z import$', '% is the time');
select throws_with_hint(
  $$ select audit.set_mark('shop', 'first') $$,
  'UA055', 'the group has a mark ''first'' already', 'Choose another name; a % in it stands for the time.', 'a name twice'
);
select throws_ok($$ select audit.set_mark('shop', '') $$, 'UA055', 'a mark needs a name');

select audit.rename_mark('shop', 'first', 'start');
select is((select count(*) from audit.mark where mark_name = 'start'), 1::bigint, 'a mark is renamed');
select throws_with_hint(
  $$ select audit.rename_mark('shop', 'first', 'end') $$,
  'UA054', 'group shop has no mark ''first''', 'select mark_name from audit.mark where group_name = ''shop'' shows the marks that it has.',
  'one that is not there'
);
select audit.set_mark('shop', 'end');
select throws_ok($$ select audit.rename_mark('shop', 'start', 'end') $$, 'UA055', 'the group has a mark ''end'' already');
select throws_ok($$ select audit.rename_mark('shop', 'start', null) $$, 'UA055', 'a mark needs a name');

select audit.protect_mark('shop', 'start');
select ok((select protected from audit.mark where mark_name = 'start'), 'a mark is protected');
select throws_with_hint(
  $$ select audit.delete_mark('shop', 'start') $$,
  'UA056', 'mark ''start'' is protected', 'Call audit.unprotect_mark first, where it is not needed any more.', 'and can''t be deleted'
);
select throws_ok($$ select audit.delete_marks_before('shop', 'end') $$, 'UA056', 'mark ''start'' is protected');
select audit.unprotect_mark('shop', 'start');
select is(audit.delete_marks_before('shop', 'end'), 3, 'all marks before one are deleted');
select is((select array_agg(mark_name) from audit.mark), '{end}', 'that one stays');
select audit.delete_mark('shop', 'end');
select is_empty('select from audit.mark', 'a mark is deleted');

select * from finish();
rollback;
