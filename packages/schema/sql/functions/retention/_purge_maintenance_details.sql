create or replace function audit._purge_maintenance_details() returns bigint
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/retention/_purge_maintenance_details.sql
-- pg_cron never removes any. Those of other jobs are not ours to remove.
declare
  -- A variable, because the schema may not be there.
  cron   constant text := 'cron';
  purged bigint := 0;
begin
  if exists (
    select from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
    where n.nspname = cron and c.relname = 'job_run_details'
  ) then
    execute format(
      'delete from %I.job_run_details as d
       using %1$I.job as j
       where d.jobid = j.jobid and j.jobname = ''audit_maintenance'' and d.end_time < clock_timestamp() - interval ''30 days''',
      cron
    );
    get diagnostics purged = row_count;
  end if;
  return purged;
end
$function$;

comment on function audit._purge_maintenance_details() is
  'Removes what pg_cron keeps of the maintenance job beyond 30 days, and says how many rows that were.';

revoke all on function audit._purge_maintenance_details() from public;
