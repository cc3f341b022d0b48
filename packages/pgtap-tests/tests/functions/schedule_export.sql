-- audit.schedule_export, audit.unschedule_export and audit.scheduled_export, and the steps of the job: all but pg_cron
-- itself, which serves one database of a server.
-- Needs: no PGlite (it runs no programs)
-- No outer transaction: the job commits its steps.

select plan(34);

create table users (id int primary key, name text);
select audit.track('users');
insert into audit.param (param_key, param_value_text) values ('export_patience', '100 ms');

create table place as select '/tmp/audit-export-' || gen_random_uuid() as directory;
create function shell(command text) returns void language plpgsql as $$ begin execute format('copy (select where false) to program %L', command); end $$;
create function content(path text) returns text language sql as $$ select convert_from(pg_read_binary_file(path), 'UTF8') $$;
create function place(below text default '') returns text language sql as $$ select directory || below from public.place $$;
select shell('mkdir ' || directory) from place;
create function today() returns date language sql as $$ select (clock_timestamp() at time zone 'UTC')::date $$;

-- pg_cron is not to be had in this database

select throws_ok($$ select audit.schedule_export('users', directory => place()) $$, 'UA028', null, 'without pg_cron there is no schedule');
select throws_ok($$ select audit._require_cron() $$, 'UA028', null, 'a check of its own');
select is((select count(*) from audit.scheduled_export), 0::bigint, 'and nothing is left of it');
select throws_ok($$ select audit.schedule_export('users', directory => '/etc') $$, 'UA021', null, 'options are looked at before: the directory,');
select throws_ok(format('select audit.schedule_export(''users'', directory => %L)', place('/nowhere')), 'UA025', null, 'whether it is there,');
select throws_ok($$ select audit.schedule_export('users', actions => '{u}') $$, 'UA022', null, 'the actions,');
select throws_ok($$ select audit.schedule_export('users', id_header => '') $$, 'UA022', null, 'the header,');
select throws_ok($$ select audit.schedule_export('users', time_zone => 'Nowhere') $$, 'UA022', null, 'the time zone,');
select throws_with_hint(
  $$ select audit.schedule_export('users', keep_details => '-1 day') $$,
  'UA022', 'keep_details is -1 days, no length of time', 'Say how long to keep what pg_cron records of the job, for example ''30 days''.',
  'how long to keep the details,'
);
select throws_ok($$ select audit.schedule_export('place') $$, 'UA020', null, 'and the table');
select throws_with_hint(
  $$ select audit.unschedule_export('users') $$,
  'UA029', 'no export of public.users is scheduled', 'select schema_name, table_name from audit.scheduled_export shows what is.',
  'what is not scheduled can''t be ended'
);

-- As it would be scheduled

insert into audit.export_schedule (relid, schedule, directory, id_header, actions, time_zone, keep_details, next_day)
select 'users', '0 3 * * *', place(), 'user_id', '{U,D}', 'UTC', '30 days', today() - 2;
select results_eq(
  $$ select schema_name collate "default", table_name collate "default", schedule, id_header, actions, time_zone, keep_details, job_name, next_day, last_day, last_path, last_error from audit.scheduled_export $$,
  $$ select 'public', 'users', '0 3 * * *', 'user_id', '{U,D}'::text[], 'UTC', interval '30 days', 'audit_export_1', today() - 2, null::date, null::text, null::text $$,
  'what is scheduled'
);
insert into audit.data_op_log (schema_name, table_name, data_id, diff, relid, role_name, action_tstamp_tx, action_tstamp_stm, action_tstamp_clk, action, statement_only)
select 'public', 'users', '7', '{"diffType": "normal", "name": "\"a\" -> \"b\""}', 'users'::regclass, 'app', t.at, t.at, t.at, 'U', false
from (select (today() - n)::timestamp at time zone 'UTC' + interval '12 hours' from unnest('{2,1}'::int[]) as n) as t (at);

-- A step: what is due first, written down before anything is written

select is((select wait_seconds from audit._begin_export(1, today()::timestamp at time zone 'UTC' + interval '3 hours')), null, 'the oldest day that is due is begun');
select results_eq(
  $$ select day, path, finished_at from audit.export_run $$,
  $$ select today() - 2, place('/users_audit_export_') || to_char(today(), 'YYYYMMDD') || '_0300.csv', null::timestamptz $$,
  'with the path that it is to have'
);
select is((select run_id from audit._begin_export(1)), 1::bigint, 'a run that was not finished is taken up again');
select is(audit._finish_export(1), true, 'and finished');
select is(content(path), format(e'user_id,field_changed,old_value,new_value,changed_by,changed_at\n7,name,a,b,app,%s 12:00:00.000000+00:00\n', today() - 2), 'its file has that day') from audit.export_run;
select results_eq($$ select next_day, last_day, last_error from audit.scheduled_export $$, $$ select today() - 1, today() - 2, null::text $$, 'and the schedule has come so far');
select is(audit._finish_export(1), true, 'whoever comes second finds it done');
select is((select count(*) from audit.export_run), 1::bigint, 'once');
select lives_ok('select audit._report_export(1)', 'there is nothing to report');

-- A second day that was missed has a minute of its own

select results_eq(
  $$ select run_id, wait_seconds from audit._begin_export(1, today()::timestamp at time zone 'UTC' + interval '3 hours 20 seconds') $$,
  $$ values (null::bigint, 40::float8) $$,
  'a name that is taken is waited for'
);

-- An error is recorded, and the day is caught up

select shell(format('mv %1$s %1$s.away', directory)) from place;
select is((select audit._finish_export(run_id) from audit._begin_export(1)), false, 'an error is a result');
select results_eq(
  $$ select day, error_state, error ~ 'there is no directory', error_hint is not null, finished_at is not null, rows from audit.export_run where id = 2 $$,
  $$ select today() - 1, 'UA025', true, true, true, null::bigint $$,
  'which is in the run''s record'
);
select results_eq($$ select next_day, last_error ~ 'there is no directory', last_path from audit.scheduled_export $$, $$ select today() - 1, true, null::text $$, 'the day is still due');
select throws_ok('select audit._report_export(2)', 'UA025', null, 'the job raises the error when its record has been committed');
select shell(format('mv %1$s.away %1$s', directory)) from place;
call audit._run_export(1);
select results_eq(
  $$ select day, rows, error from audit.export_run where id > 2 $$, $$ select today() - 1, 1::bigint, null::text $$,
  'the next run of the job exports it'
);
call audit._run_export(1);
select is((select count(*) from audit.export_run), 3::bigint, 'and the one after that has nothing to do');
select is((select next_day from audit.scheduled_export), today(), 'until the day is over');
select is((select count(*) from audit.export_file), 0::bigint, 'no working notes are left');

-- The end of it

select is(audit._purge_export_details(1), 0::bigint, 'without pg_cron there are no details to purge');
drop table users;
select is((select table_name from audit.scheduled_export) ~ '^\d+$', true, 'a table that has been dropped is known by its oid');
select lives_ok($$ select audit.unschedule_export(relid) from audit.export_schedule $$, 'its schedule can be ended');
call audit._run_export(1);
select is((select count(*) from audit.export_run), 3::bigint, 'and a job that is left over does nothing');

select shell('rm -r ' || directory) from place;
select * from finish();
