create or replace function audit.unschedule_maintenance() returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/retention/unschedule_maintenance.sql
begin
  if not audit._stop_maintenance() then
    raise exception using
      errcode = 'UA075',
      message = 'no maintenance is scheduled',
      hint = 'audit.schedule_maintenance() schedules it; select jobname, schedule, command from cron.job shows what is.';
  end if;
end
$function$;

comment on function audit.unschedule_maintenance() is
  'Ends the scheduled maintenance: its pg_cron job goes. Error: UA075. Example: select audit.unschedule_maintenance().';

revoke all on function audit.unschedule_maintenance() from public;
