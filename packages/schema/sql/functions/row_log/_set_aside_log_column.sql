create or replace function audit._set_aside_log_column(log_table regclass, name text) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/row_log/_set_aside_log_column.sql
declare
  aside constant text := audit._free_log_column(log_table, name);
begin
  if audit._log_column_type(log_table, name) is not null then
    execute format('alter table %s rename column %I to %I', log_table, name, aside);
    perform audit._release_log_column(log_table, aside);
  end if;
end
$function$;

comment on function audit._set_aside_log_column(regclass, text) is
  'Makes room for a log table''s column of a name: one that has it is kept with a suffix.';

revoke all on function audit._set_aside_log_column(regclass, text) from public;
