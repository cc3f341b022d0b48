create or replace function audit._row_image(relation regclass, source text, logged boolean default false) returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_row_image.sql
-- Text, because not every type can be compared, and because 1.0 and 1.00 are equal but not the same. Whoever runs it
-- pins the settings that show in the text of a value.
begin
  return format('row(%s)::text', string_agg(format('%s.%I', source, case when logged then c.log_column else c.name end), ', ' order by c.number))
  from audit._row_columns(relation) as c
  where not c.generated;
end
$function$;

comment on function audit._row_image(regclass, text, boolean) is
  'The expression for all that is written in a row of a table, as one text: rows with the same image are the same row. source: the alias, or the value of the row type, that has the columns; logged: whether it is a record of the log table.';

revoke all on function audit._row_image(regclass, text, boolean) from public;
