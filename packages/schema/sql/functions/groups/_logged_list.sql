create or replace function audit._logged_list(relation regclass, source text, names text[]) returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_logged_list.sql
begin
  return coalesce(
    (
      select string_agg(format('%s.%I', source, c.log_column), ', ' order by c.number)
      from audit._row_columns(relation) as c
      where c.name = any (names)
    ),
    ''
  );
end
$function$;

comment on function audit._logged_list(regclass, text, text[]) is
  'Some columns of a table as a list, as the log table has them. source: the alias of the log record.';

revoke all on function audit._logged_list(regclass, text, text[]) from public;
