create or replace function audit._plain_path(path text) returns text
language plpgsql
immutable
parallel safe
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/exports/_plain_path.sql
begin
  -- [[:cntrl:]] would depend on the collation.
  if path is null or path !~ '^/' or path ~ '(^|/)\.\.(/|$)' or path ~ E'[\x01-\x1f\x7f]' then
    return null;
  end if;
  return coalesce(nullif(regexp_replace(regexp_replace(path, '/(\.?/)+', '/', 'g'), '/\.?$', ''), ''), '/');
end
$function$;

comment on function audit._plain_path(text) is
  'An absolute path without doubled or trailing slashes; null for a relative one, and for one with .. or control characters.';

revoke all on function audit._plain_path(text) from public;
