create or replace function audit._report_export(run_id bigint) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/exports/_report_export.sql
declare
  run audit.export_run;
begin
  select r.* into strict run from audit.export_run as r where r.id = run_id;
  if run.error is not null then
    -- With the SQLSTATE of the error itself, which may be the server's own.
    raise using
      errcode = run.error_state,
      message = format('the export of %I.%I for %s failed: %s', run.schema_name, run.table_name, run.day, run.error),
      hint = coalesce(run.error_hint || ' ', '') || 'The run stands in audit.export_run; the day is exported by the next one.';
  end if;
end
$function$;

comment on function audit._report_export(bigint) is
  'Raises the recorded error of a run, so that the pg_cron job has failed too.';

revoke all on function audit._report_export(bigint) from public;
