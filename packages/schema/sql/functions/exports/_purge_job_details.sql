create or replace function audit._purge_job_details(schedule_id int) returns bigint
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/exports/_purge_job_details.sql
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
       using %1$I.job as j, audit.export_schedule as s
       where d.jobid = j.jobid and j.jobname = ''audit_export_'' || s.id and s.id = $1
         and d.end_time < clock_timestamp() - s.keep_details',
      cron
    )
    using schedule_id;
    get diagnostics purged = row_count;
  end if;
  return purged;
end
$function$;

comment on function audit._purge_job_details(int) is
  'Removes what pg_cron keeps of an export''s job beyond its keep_details, and says how many rows that were.';

revoke all on function audit._purge_job_details(int) from public;
