create or replace function audit._column_bare_text(row_alias text, column_name text, class text) returns text
language plpgsql
immutable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_column_bare_text.sql
begin
  return case
    when class in ('integer', 'string') then format('%s.%I::text', row_alias, column_name)
    when class = 'enum' then format('enum_out(%s.%I)::text', row_alias, column_name)
    else format($sql$%s #>> '{}'$sql$, audit._column_value(row_alias, column_name, class))
  end;
end
$function$;

comment on function audit._column_bare_text(text, text, text) is
  'SQL expression for a column''s JSON value as text, strings without their quotes; null for null.';

revoke all on function audit._column_bare_text(text, text, text) from public;
