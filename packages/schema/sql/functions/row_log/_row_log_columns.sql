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
  select a.attname::text, l.attname::text, c.masked
  from audit.row_log as r
  cross join audit._columns(_row_log_columns.tracked_id) as c
  join pg_attribute as a on a.attrelid = r.relid and a.attname = c.name
  join pg_attribute as l
    on l.attrelid = r.log_table and not l.attisdropped and l.attnum > 0
    and l.attname = r.log_columns[array_position(r.columns, c.declared)]
  where r.tracked_id = _row_log_columns.tracked_id
    and audit._row_log_type(a.atttypid, a.atttypmod, a.attcollation) = audit._row_log_type(l.atttypid, l.atttypmod, l.attcollation)
  order by a.attnum;
end
$function$;

comment on function audit._row_log_columns(int) is
  'The columns of a tracked table that its log table holds, each with the log table''s column for it; masked ones are null there.';

revoke all on function audit._row_log_columns(int) from public;
