create or replace function audit._follow_log_name(tracked_id int) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/row_log/_follow_log_name.sql
declare
  followed audit.row_log;
  named    record;
  name     text;
begin
  select r.* into strict followed from audit.row_log as r where r.tracked_id = _follow_log_name.tracked_id;
  select n.nspname::text as schema_name, c.relname::text as table_name into strict named
  from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
  where c.oid = followed.relid;
  if (named.schema_name, named.table_name) = (followed.schema_name, followed.table_name) then
    return;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('audit.row_log', 0));
  name := audit._row_log_name(named.schema_name, named.table_name);
  perform audit._set_aside_log_table(name);
  execute format('alter table %s rename to %I', followed.log_table, name);
  perform audit._comment_log_table(followed.log_table, followed.relid);
  update audit.row_log as r
  set schema_name = named.schema_name, table_name = named.table_name
  where r.id = followed.id;
end
$function$;

comment on function audit._follow_log_name(int) is
  'Renames the log table of a tracked table that has been renamed or moved to another schema.';

revoke all on function audit._follow_log_name(int) from public;
