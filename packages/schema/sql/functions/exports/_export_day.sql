create or replace function audit._export_day(day date, time_zone text) returns date
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/exports/_export_day.sql
declare
  today constant date := (clock_timestamp() at time zone time_zone)::date;
begin
  if not isfinite(day) then
    raise exception using
      errcode = 'UA023',
      message = format('%s is no calendar day', day),
      hint = format('Name one, for example %s; without one it is yesterday.', today - 1);
  end if;
  if day > today then
    raise exception using
      errcode = 'UA023',
      message = format('%s has not begun in %s', day, time_zone),
      hint = format('The newest day that is over there is %s.', today - 1);
  end if;
  return coalesce(day, today - 1);
end
$function$;

comment on function audit._export_day(date, text) is
  'The day to export: for null yesterday in the time zone. Error: UA023 for one that lies ahead.';

revoke all on function audit._export_day(date, text) from public;
