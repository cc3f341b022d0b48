create or replace function audit._logged_row(relation regclass, source text) returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_logged_row.sql
begin
  return format(
    'row(%s)::%s',
    string_agg(case when c.virtual or c.log_column is null then 'null' else format('%s.%I', source, c.log_column) end, ', ' order by c.number),
    relation
  )
  from audit._row_columns(relation) as c;
end
$function$;

comment on function audit._logged_row(regclass, text) is 'The expression that makes a row of the table''s own type of a record of its log table.';

revoke all on function audit._logged_row(regclass, text) from public;
