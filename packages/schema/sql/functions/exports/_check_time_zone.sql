create or replace function audit._check_time_zone(time_zone text) returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/exports/_check_time_zone.sql
-- By its name, because the server takes any word for an abbreviation with an offset of its own making.
declare
  known text;
begin
  if time_zone is null then
    return audit._database_time_zone();
  end if;
  select z.name into known from pg_timezone_names as z where lower(z.name) = lower(time_zone) order by z.name = time_zone desc limit 1;
  if not found then
    raise exception using
      errcode = 'UA022',
      message = format('there is no time zone %s', time_zone),
      hint = 'Name one of pg_timezone_names, for example Europe/Berlin, or UTC.';
  end if;
  return known;
end
$function$;

comment on function audit._check_time_zone(text) is
  'The name of a time zone as the server has it; for null the database''s. Error: UA022.';

revoke all on function audit._check_time_zone(text) from public;
