create or replace function audit._column_names(relation regclass) returns text[]
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_column_names.sql
begin
  return coalesce(array_agg(a.attname::text order by a.attnum), '{}')
  from pg_attribute as a
  where a.attrelid = relation and a.attnum > 0 and not a.attisdropped;
end
$function$;

comment on function audit._column_names(regclass) is 'The columns of a table, in their order.';

revoke all on function audit._column_names(regclass) from public;
