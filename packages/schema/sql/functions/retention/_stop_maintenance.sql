create or replace function audit._stop_maintenance() returns boolean
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/retention/_stop_maintenance.sql
declare
  -- A variable, because the schema may not be there.
  cron    constant text := 'cron';
  removed bigint := 0;
begin
  if exists (
    select from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
    where n.nspname = cron and c.relname = 'job'
  ) and has_schema_privilege(cron, 'usage') then
    -- A name is unique for each role only, and another one may have made the job.
    execute format('select count(%I.unschedule(j.jobid)) from %1$I.job as j where j.jobname = ''audit_maintenance''', cron) into removed;
  end if;
  return removed > 0;
end
$function$;

comment on function audit._stop_maintenance() is
  'Removes the pg_cron job of audit.schedule_maintenance; false where there is none.';

revoke all on function audit._stop_maintenance() from public;
