create or replace function audit._renamed_in(target text) returns text[]
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_renamed_in.sql
begin
  return array(
    select r.schema_name from audit.rename as r where r.table_name = target
    union
    select r.new_schema_name from audit.rename as r where r.new_table_name = target
    union
    -- Whatever has not been noted yet.
    select t.schema_name from audit.tracked_table as t where t.table_name = target
    union
    select n.nspname::text
    from audit.tracked_table as t
    join pg_class as c on c.oid = t.relid
    join pg_namespace as n on n.oid = c.relnamespace
    where c.relname = target
  );
end
$function$;

comment on function audit._renamed_in(text) is
  'The schemas that have a tracked table of this name, or in which one was renamed or had a column renamed.';

revoke all on function audit._renamed_in(text) from public;
