create or replace function audit._column_value(row_alias text, column_name text, class text) returns text
language plpgsql
immutable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_column_value.sql
begin
  return format(
    case
      when class = 'jsonb' then '%s.%I'
      when class in ('json', 'other', 'other array') then 'audit._safe_jsonb(%s.%I)'
      -- Not the value itself: whoever owns the type can make a cast to json, which would run here.
      when class = 'enum' then 'to_jsonb(enum_out(%s.%I)::text)'
      else 'to_jsonb(%s.%I)'
    end,
    row_alias, column_name
  );
end
$function$;

comment on function audit._column_value(text, text, text) is
  'SQL expression for a column''s value as jsonb, null for null.';

revoke all on function audit._column_value(text, text, text) from public;
