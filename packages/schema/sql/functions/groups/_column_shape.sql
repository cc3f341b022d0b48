create or replace function audit._column_shape(relation regclass) returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_column_shape.sql
-- Readable, because it is shown where it has changed.
begin
  return coalesce(
    string_agg(format('%I %s%s', c.name, c.type, case when c.generated then ' generated' else '' end), ', ' order by c.number),
    ''
  )
  from audit._row_columns(relation) as c;
end
$function$;

comment on function audit._column_shape(regclass) is 'The columns of a table with their types, as a rollback has to find them.';

revoke all on function audit._column_shape(regclass) from public;
