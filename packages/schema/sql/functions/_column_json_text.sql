create or replace function audit._column_json_text(
  row_alias   text,
  column_name text,
  class       text,
  masked      boolean
) returns text
language plpgsql
immutable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_column_json_text.sql
  -- The short forms give what to_jsonb(value)::text gives, without building a jsonb for each value.
begin
  return case
    when masked then format($sql$case when %s.%I is null then 'null' else '"***"' end$sql$, row_alias, column_name)
    when class = 'integer' then format($sql$coalesce(%s.%I::text, 'null')$sql$, row_alias, column_name)
    when class in ('string', 'scalar', 'numeric') then format($sql$coalesce(to_json(%s.%I)::text, 'null')$sql$, row_alias, column_name)
    else format($sql$coalesce(%s::text, 'null')$sql$, audit._column_value(row_alias, column_name, class))
  end;
end
$function$;

comment on function audit._column_json_text(text, text, text, boolean) is
  'SQL expression for the JSON text of a column''s value as it stands in a diff: null for null, "***" for what is masked.';

revoke all on function audit._column_json_text(text, text, text, boolean) from public;
