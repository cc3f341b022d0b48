create or replace function audit._suffixed(name text, number int) returns text
language plpgsql
immutable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/row_log/_suffixed.sql
declare
  suffix constant text := '_' || number;
  kept   text          := name;
begin
  while octet_length(kept) + length(suffix) > 63 loop
    kept := left(kept, -1);
  end loop;
  return kept || suffix;
end
$function$;

comment on function audit._suffixed(text, int) is
  'A name with _<number> behind it, cut so that PostgreSQL cuts nothing more.';

revoke all on function audit._suffixed(text, int) from public;
