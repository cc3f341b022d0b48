create or replace function audit.schedule_maintenance(
  keep     interval default null,
  schedule text     default '30 2 * * *'
) returns bigint
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set standard_conforming_strings = on
set intervalstyle = postgres
as $function$
-- Source: packages/schema/sql/functions/retention/schedule_maintenance.sql
declare
  -- A variable, because the schema may not be there.
  cron   constant text := 'cron';
  job_id bigint;
begin
  if keep <= interval '0' then
    raise exception using
      errcode = 'UA072',
      message = format('keep is %s, no length of time', keep),
      hint = 'Say how long records are to be kept, for example ''12 months''; null keeps them for ever.';
  end if;
  perform audit._require_cron();
  perform pg_advisory_xact_lock(hashtextextended('audit.schedule_maintenance', 0));
  perform audit._stop_maintenance();
  begin
    execute format('select %I.schedule(''audit_maintenance'', $1, $2)', cron)
    into job_id
    using coalesce(schedule, ''), format('call audit._run_maintenance(%L)', keep);
  exception when others then
    raise exception using
      errcode = 'UA072',
      message = format('pg_cron does not take the schedule %L: %s', schedule, sqlerrm),
      hint = 'Write it as cron does, minute hour day month weekday, for example ''30 2 * * *''.';
  end;
  return job_id;
end
$function$;

comment on function audit.schedule_maintenance(interval, text) is
  'Has pg_cron call audit.maintain and, where keep is given, audit.drop_before(now() - keep), and returns the job''s id. Calling it again replaces keep and schedule. Errors: UA028, UA072. Example: select audit.schedule_maintenance(keep => ''12 months'').';

revoke all on function audit.schedule_maintenance(interval, text) from public;
