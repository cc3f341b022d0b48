create or replace function audit._set_aside_log_table(name text) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/row_log/_set_aside_log_table.sql
declare
  log_table regclass;
  suffix    int := 1;
begin
  select r.log_table into log_table
  from audit.row_log as r join pg_class as c on c.oid = r.log_table
  where c.relnamespace = to_regnamespace('audit_log') and c.relname = name and r.until is not null;
  if not found then
    return;
  end if;
  while to_regclass(format('audit_log.%I', audit._suffixed(name, suffix))) is not null loop
    suffix := suffix + 1;
  end loop;
  execute format('alter table %s rename to %I', log_table, audit._suffixed(name, suffix));
end
$function$;

comment on function audit._set_aside_log_table(text) is
  'Renames the log table of a name that is written no more, if there is one: _1, _2 … after its name.';

revoke all on function audit._set_aside_log_table(text) from public;
