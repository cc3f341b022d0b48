create or replace function audit._field_names(field text, target_schema text, target text)
returns table (
  schema_name text,
  table_name  text,
  ids         int8range,
  field_name  text
)
language plpgsql
stable
rows 3
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_field_names.sql
#variable_conflict use_column
declare
  moves record;
  taken boolean;
begin
  select
    array_agg(m.column_name order by m.log_id, m.id) as old_names,
    array_agg(m.new_column_name order by m.log_id, m.id) as new_names,
    array_agg(m.log_id order by m.log_id, m.id) as log_ids
  into moves
  from (
    select r.id, r.schema_name, r.table_name, r.column_name, r.new_column_name, r.log_id
    from audit.rename as r
    union all
    select null, p.schema_name, p.table_name, p.column_name, p.new_column_name, 9223372036854775807
    from audit._pending_column_renames() as p
  ) as m
  join audit._table_names(target_schema, target) as n
    on (n.schema_name, n.table_name) = (m.schema_name, m.table_name) and m.log_id <@ n.ids
  where m.column_name is not null;
  if field = any (moves.old_names || moves.new_names) is not true then
    return query select n.schema_name, n.table_name, n.ids, field from audit._table_names(target_schema, target) as n;
    return;
  end if;
  taken := exists (
    select
    from audit._table_names(target_schema, target) as n
    join pg_namespace as s on s.nspname = n.schema_name
    join pg_class as c on c.relnamespace = s.oid and c.relname = n.table_name
    join pg_attribute as a on a.attrelid = c.oid and a.attname = field and a.attnum > 0 and not a.attisdropped
    where upper_inf(n.ids) and c.oid in (select t.relid from audit.tracked_table as t)
  );
  return query
  select n.schema_name, n.table_name, n.ids * f.ids, f.name
  from audit._table_names(target_schema, target) as n
  join audit._name_ranges(field, taken, moves.old_names, moves.new_names, moves.log_ids) as f on n.ids && f.ids;
end
$function$;

comment on function audit._field_names(text, text, text) is
  'Under which names the log has a column of a table, both named as they are now or were once, each with the ids of the records for which it holds.';

revoke all on function audit._field_names(text, text, text) from public;
