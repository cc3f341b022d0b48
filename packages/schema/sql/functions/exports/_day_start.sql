create or replace function audit._day_start(day date, time_zone text) returns timestamptz
language plpgsql
immutable
parallel safe
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/exports/_day_start.sql
-- Where clocks go back at midnight, there are two: the server takes the later one, and the day begins with the earlier.
declare
  midnight constant timestamptz := day::timestamp at time zone time_zone;
  -- The same wall clock, read with the offset of the day before.
  before   constant timestamptz := midnight - interval '24 hours';
  earlier  constant timestamptz := (day::timestamp - ((before at time zone time_zone) - (before at time zone 'UTC'))) at time zone 'UTC';
begin
  return case when earlier < midnight and (earlier at time zone time_zone)::date = day then earlier else midnight end;
end
$function$;

comment on function audit._day_start(date, text) is
  'The moment at which a calendar day begins in a time zone. It ends where the next one begins, after 23, 24 or 25 hours.';

revoke all on function audit._day_start(date, text) from public;
