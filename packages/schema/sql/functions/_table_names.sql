create or replace function audit._table_names(target_schema text, target text)
returns table (
  schema_name text,
  table_name  text,
  ids         int8range
)
language plpgsql
stable
rows 3
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_table_names.sql
#variable_conflict use_column
declare
  asked constant text := jsonb_build_array(target_schema, target)::text;
  moves record;
  taken boolean;
begin
  select
    array_agg(jsonb_build_array(m.schema_name, m.table_name)::text order by m.log_id, m.id) as old_names,
    array_agg(jsonb_build_array(m.new_schema_name, m.new_table_name)::text order by m.log_id, m.id) as new_names,
    array_agg(m.log_id order by m.log_id, m.id) as log_ids
  into moves
  from (
    select r.id, r.schema_name, r.table_name, r.new_schema_name, r.new_table_name, r.log_id
    from audit.rename as r where r.column_name is null
    union all
    -- No record has the new name yet.
    select null, p.schema_name, p.table_name, p.new_schema_name, p.new_table_name, 9223372036854775807
    from audit._pending_table_renames() as p
  ) as m;
  -- As most tables.
  if asked = any (moves.old_names || moves.new_names) is not true then
    return query select target_schema, target, int8range(null, null);
    return;
  end if;
  taken := exists (
    select
    from audit.tracked_table as t
    join pg_class as c on c.oid = t.relid
    join pg_namespace as n on n.oid = c.relnamespace
    where n.nspname = target_schema and c.relname = target
  );
  return query
  select n.name::jsonb ->> 0, n.name::jsonb ->> 1, n.ids
  from audit._name_ranges(asked, taken, moves.old_names, moves.new_names, moves.log_ids) as n;
end
$function$;

comment on function audit._table_names(text, text) is
  'Under which names the log has a table, which is named as it is now or was once, each with the ids of the records for which it holds.';

revoke all on function audit._table_names(text, text) from public;
