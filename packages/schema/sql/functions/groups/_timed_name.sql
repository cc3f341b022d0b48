create or replace function audit._timed_name(name text, at timestamptz) returns text
language plpgsql
immutable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_timed_name.sql
begin
  return replace(name, '%', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'));
end
$function$;

comment on function audit._timed_name(text, timestamptz) is 'A mark''s name with the time, in UTC, in place of each %.';

revoke all on function audit._timed_name(text, timestamptz) from public;
