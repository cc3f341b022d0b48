create or replace function audit.names_of(target text, target_schema text default null)
returns table (
  schema_name   text,
  table_name    text,
  other_schemas text[],
  ids           int8range
)
language plpgsql
stable
rows 3
security definer
set search_path = pg_catalog, pg_temp
set jit = off
as $function$
-- Source: packages/schema/sql/functions/names_of.sql
-- With the rights of the owner, so that a reader of the log needs none on the tables that hold the names.
#variable_conflict use_column
declare
  renamed_in constant text[] := audit._renamed_in(target);
begin
  if target_schema is not null then
    return query select n.schema_name, n.table_name, null::text[], n.ids from audit._table_names(target_schema, target) as n;
  else
    return query
    select distinct n.schema_name, n.table_name, null::text[], n.ids
    from unnest(renamed_in) as s (name)
    cross join lateral audit._table_names(s.name, target) as n
    union all
    select null, target, renamed_in, int8range(null, null);
  end if;
end
$function$;

comment on function audit.names_of(text, text) is
  'Under which names the log has a table, which is named as it is now or was once: a name means the table that has it now, or the one that had it last. schema_name: null for any schema but those in other_schemas, where no schema was given. ids: the ids of the records for which the name holds. Example: select l.* from audit.names_of(''orders'', ''shop'') as n join audit.data_op_log as l on (l.schema_name, l.table_name) = (n.schema_name, n.table_name) and l.id <@ n.ids where l.data_id = ''7'' order by l.id.';

revoke all on function audit.names_of(text, text) from public;
