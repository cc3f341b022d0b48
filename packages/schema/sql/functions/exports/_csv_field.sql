create or replace function audit._csv_field(value text) returns text
language plpgsql
immutable
parallel safe
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/exports/_csv_field.sql
-- The same as COPY … (FORMAT csv) writes.
begin
  return case
    when value is null then ''
    when value = '' or value ~ '[",\r\n]' then '"' || replace(value, '"', '""') || '"'
    else value
  end;
end
$function$;

comment on function audit._csv_field(text) is
  'A value as it stands in a CSV file: quoted where it is empty or holds a quote, a comma or a line break. Null is nothing at all.';

revoke all on function audit._csv_field(text) from public;
