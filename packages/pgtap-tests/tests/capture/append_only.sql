-- The log is append-only: UPDATE, DELETE and TRUNCATE are refused for everyone.

begin;
select plan(11);

create table note (id int primary key);
select audit.track('note');
insert into note values (1);

select throws_with_hint(
  $$ update audit.data_op_log set op_note = 'forged' $$,
  'UA014', 'UPDATE on the audit log is refused: it is append-only', 'History leaves the log only a whole partition at a time.',
  'UPDATE'
);
select throws_ok('delete from audit.data_op_log', 'UA014', 'DELETE on the audit log is refused: it is append-only');
select throws_ok('truncate audit.data_op_log', 'UA014', 'TRUNCATE on the audit log is refused: it is append-only');
select throws_ok('delete from audit.data_op_log where false', 'UA014', null, 'also where no row would be touched');
select throws_ok('delete from only audit.data_op_log', 'UA014', null, 'also with ONLY');
select throws_ok('delete from audit.data_op_log_default', 'UA014', null, 'also on the default partition');
select throws_ok(
  format('truncate audit.data_op_log_%s', to_char(now() at time zone 'UTC', 'YYYY_MM')), 'UA014', null,
  'and on a month''s'
);
select throws_ok(
  $$ insert into audit.data_op_log select * from audit.data_op_log on conflict (id, action_tstamp_tx) do update set op_note = 'forged' $$,
  'UA014', null, 'also by way of ON CONFLICT DO UPDATE'
);

set local session_replication_role = replica;
select throws_ok('delete from audit.data_op_log', 'UA014', null, 'also in the replica role, where ordinary triggers sleep');
reset session_replication_role;

create role log_owner;
grant usage on schema audit to log_owner;
grant all on audit.data_op_log to log_owner;
set local role log_owner;
select throws_ok('delete from audit.data_op_log', 'UA014', null, 'also for a role that has been granted everything');
reset role;

select is((select count(*) from audit.data_op_log), 1::bigint, 'nothing was lost');

select * from finish();
rollback;
