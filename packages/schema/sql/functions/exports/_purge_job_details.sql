create or replace function audit._purge_job_details(job_name text, keep interval) returns bigint
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
       using %1$I.job as j
       where d.jobid = j.jobid and j.jobname = $1 and d.end_time < clock_timestamp() - $2',
      cron
    )
    using job_name, keep;
    get diagnostics purged = row_count;
  end if;
  return purged;
end
$function$;

comment on function audit._purge_job_details(text, interval) is
  'Removes what pg_cron keeps of the runs of one of our jobs beyond a time, and says how many rows that were.';

revoke all on function audit._purge_job_details(text, interval) from public;
