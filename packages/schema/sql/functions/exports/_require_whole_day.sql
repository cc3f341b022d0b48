create or replace function audit._require_whole_day(day date, time_zone text) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/exports/_require_whole_day.sql
begin
  if not audit._await_writers(audit._day_start(day + 1, time_zone)) then
    raise exception using
      errcode = 'UA023',
      message = format('%s is not complete: a transaction that may have changed something on that day has not ended', day),
      hint = 'Export it again when that has ended (pg_stat_activity shows it; pg_prepared_xacts too). A schedule does so by itself.';
  end if;
end
$function$;

comment on function audit._require_whole_day(date, text) is
  'Waits until all changes of a day that is over can be seen. Error: UA023 where a transaction takes too long.';

revoke all on function audit._require_whole_day(date, text) from public;
