create or replace function audit._pending_column_renames()
returns table (
  tracked_id      int,
  schema_name     text,
  table_name      text,
  column_name     text,
  new_column_name text
)
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_pending_column_renames.sql
#variable_conflict use_column
begin
  return query
  select t.id, n.nspname::text, c.relname::text, d.declared, d.name
  from audit.tracked_table as t
  join pg_class as c on c.oid = t.relid
  join pg_namespace as n on n.oid = c.relnamespace
  cross join lateral audit._declared_columns(t.id) as d
  where d.declared <> d.name;
end
$function$;

comment on function audit._pending_column_renames() is
  'Renames of columns of tracked tables that audit.rename does not have yet, because no event trigger told of them; with the tables'' names of now.';

revoke all on function audit._pending_column_renames() from public;
