-- audit.schedule_maintenance, audit.unschedule_maintenance, and the steps of the job: all but pg_cron itself, which
-- serves one database of a server.
-- No outer transaction: the job commits its steps.

select plan(9);

select throws_ok('select audit.schedule_maintenance()', 'UA028', null, 'without pg_cron there is no schedule');
select throws_with_hint(
  $$ select audit.schedule_maintenance('-1 month') $$, 'UA072', 'keep is -1 mons, no length of time',
  'Say how long records are to be kept, for example ''12 months''; null keeps them for ever.', 'how long to keep is looked at before'
);
select throws_with_hint(
  'select audit.unschedule_maintenance()', 'UA075', 'no maintenance is scheduled',
  'audit.schedule_maintenance() schedules it; select jobname, schedule, command from cron.job shows what is.', 'nothing to end'
);
select is(audit._stop_maintenance(), false, 'nor for an uninstall');
select is(audit._purge_job_details('audit_maintenance', interval '30 days'), 0::bigint, 'nor any details to purge');

insert into audit.data_op_log (schema_name, table_name, relid, action_tstamp_tx, action_tstamp_stm, action_tstamp_clk, action, statement_only)
select 's', 't', 0, t, t, t, 'I', false from unnest(array[now() - interval '3 years', now() - interval '3 months']) as t;
call audit._run_maintenance(null);
select is((select count(*) from audit.data_op_log), 2::bigint, 'keeping everything,');
select is_empty('select from audit.data_op_log_default', 'it fills the months;');
call audit._run_maintenance('1 year');
select is((select count(*) from audit.data_op_log), 1::bigint, 'keeping a year, it drops what is older');
call audit._run_maintenance('1 year');
select is((select count(*) from audit.data_op_log), 1::bigint, 'and no more than that');

select * from finish();
