create or replace function audit._shell_quote(value text) returns text
language plpgsql
immutable
parallel safe
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/exports/_shell_quote.sql
begin
  return '''' || replace(value, '''', '''\''''') || '''';
end
$function$;

comment on function audit._shell_quote(text) is
  'A text as one word of a POSIX shell, whatever it holds.';

revoke all on function audit._shell_quote(text) from public;
