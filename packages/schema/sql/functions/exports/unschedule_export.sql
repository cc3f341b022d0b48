create or replace function audit.unschedule_export(target regclass) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/exports/unschedule_export.sql
declare
  -- A variable, because the schema may not be there.
  cron    constant text := 'cron';
  removed int;
begin
  delete from audit.export_schedule as s where s.relid = target returning s.id into removed;
  if not found then
    raise exception using
      errcode = 'UA029',
      message = format('no export of %s is scheduled', coalesce(target::text, 'null')),
      hint = 'select schema_name, table_name from audit.scheduled_export shows what is.';
  end if;
  if exists (select from pg_extension as e where e.extname = 'pg_cron') then
    execute format('select %I.unschedule(j.jobid) from %1$I.job as j where j.jobname = $1', cron)
    using 'audit_export_' || removed;
  end if;
end
$function$;

comment on function audit.unschedule_export(regclass) is
  'Ends a scheduled export: its pg_cron job goes, its files and the records of its runs stay. Error: UA029. Example: select audit.unschedule_export(''shop.users'').';

revoke all on function audit.unschedule_export(regclass) from public;
