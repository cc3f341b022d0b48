create or replace function audit._csv_line(fields text[]) returns text
language plpgsql
immutable
parallel safe
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/exports/_csv_line.sql
begin
  return (
    select string_agg(audit._csv_field(f.value), ',' order by f.position)
    from unnest(fields) with ordinality as f (value, position)
  );
end
$function$;

comment on function audit._csv_line(text[]) is
  'A record of a CSV file, without the line feed that ends it.';

revoke all on function audit._csv_line(text[]) from public;
