create or replace function audit._row_log_columns(tracked_id int)
returns table (
  name       text,
  log_column text,
  masked     boolean
)
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/row_log/_row_log_columns.sql
-- What the log table can't take, because nobody could bring it in step, is left out: the write goes on.
#variable_conflict use_column
begin
  return query
  select held.name, held.log_column, held.masked
  from (
    select
      a.attname::text as name, l.attname::text as log_column, c.masked, a.attnum as position,
      a.atttypid as type, a.atttypmod as modifier, a.attcollation as collated,
      l.atttypid as log_type, l.atttypmod as log_modifier, l.attcollation as log_collated
    from audit.row_log as r
    cross join unnest(r.columns, r.log_columns) as map (declared, log_column)
    join audit._columns(_row_log_columns.tracked_id) as c on c.declared = map.declared
    join pg_attribute as a on a.attrelid = r.relid and a.attname = c.name::name
    join pg_attribute as l on l.attrelid = r.log_table and l.attname = map.log_column::name and l.attnum > 0 and not l.attisdropped
    where r.tracked_id = _row_log_columns.tracked_id
    offset 0 -- or the types would be asked for of every pair of columns
  ) as held
  where audit._row_log_type(held.type, held.modifier, held.collated)
    = audit._row_log_type(held.log_type, held.log_modifier, held.log_collated)
  order by held.position;
end
$function$;

comment on function audit._row_log_columns(int) is
  'The columns of a tracked table that its log table holds, each with the log table''s column for it; masked ones are null there.';

revoke all on function audit._row_log_columns(int) from public;
