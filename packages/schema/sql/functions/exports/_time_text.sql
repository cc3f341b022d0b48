create or replace function audit._time_text(at timestamptz, time_zone text) returns text
language plpgsql
immutable
parallel safe
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/exports/_time_text.sql
declare
  wall_clock constant timestamp := at at time zone time_zone;
  minutes    constant int := extract(epoch from wall_clock - (at at time zone 'UTC'))::int / 60;
begin
  return to_char(wall_clock, 'YYYY-MM-DD HH24:MI:SS.US')
    || case when minutes < 0 then '-' else '+' end
    || lpad((abs(minutes) / 60)::text, 2, '0') || ':' || lpad((abs(minutes) % 60)::text, 2, '0');
end
$function$;

comment on function audit._time_text(timestamptz, text) is
  'A time as exports write it, whatever the session''s settings: 2026-03-29 03:00:00.000000+02:00.';

revoke all on function audit._time_text(timestamptz, text) from public;
