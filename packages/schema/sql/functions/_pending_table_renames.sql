create or replace function audit._pending_table_renames()
returns table (
  tracked_id      int,
  schema_name     text,
  table_name      text,
  new_schema_name text,
  new_table_name  text
)
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_pending_table_renames.sql
#variable_conflict use_column
begin
  return query
  select t.id, t.schema_name, t.table_name, n.nspname::text, c.relname::text
  from audit.tracked_table as t
  join pg_class as c on c.oid = t.relid
  join pg_namespace as n on n.oid = c.relnamespace
  where (t.schema_name, t.table_name) <> (n.nspname, c.relname);
end
$function$;

comment on function audit._pending_table_renames() is
  'Renames of tracked tables that audit.rename does not have yet, because no event trigger told of them.';

revoke all on function audit._pending_table_renames() from public;
