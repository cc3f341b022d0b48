create or replace function audit._purge_export_details(schedule_id int) returns bigint
language sql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/exports/_purge_export_details.sql
-- Apart from the procedure that calls it, which can pin no search_path for the names and operators in here.
select coalesce(
  (select audit._purge_job_details('audit_export_' || s.id, s.keep_details) from audit.export_schedule as s where s.id = schedule_id),
  0
)
$function$;

comment on function audit._purge_export_details(int) is
  'Removes what pg_cron keeps of the runs of one schedule''s job for longer than the schedule says, and says how many rows that were.';

revoke all on function audit._purge_export_details(int) from public;
