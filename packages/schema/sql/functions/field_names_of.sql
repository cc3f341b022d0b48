create or replace function audit.field_names_of(field text, target text, target_schema text default null)
returns table (
  schema_name   text,
  table_name    text,
  other_schemas text[],
  ids           int8range,
  field_name    text
)
language plpgsql
stable
rows 3
security definer
set search_path = pg_catalog, pg_temp
set jit = off
as $function$
-- Source: packages/schema/sql/functions/field_names_of.sql
-- With the rights of the owner, as names_of.
#variable_conflict use_column
declare
  renamed_in constant text[] := audit._renamed_in(target);
begin
  return query
  select distinct n.schema_name, n.table_name, null::text[], n.ids, n.field_name
  from unnest(case when target_schema is null then renamed_in else array[target_schema] end) as s (name)
  cross join lateral audit._field_names(field, s.name, target) as n;
  if target_schema is null then
    return query select null, target, renamed_in, int8range(null, null), field;
  end if;
end
$function$;

comment on function audit.field_names_of(text, text, text) is
  'Under which names the log has a column of a table, both named as they are now or were once: as names_of, with field_name. A row of it holds for the records of that table with these ids.';

revoke all on function audit.field_names_of(text, text, text) from public;
