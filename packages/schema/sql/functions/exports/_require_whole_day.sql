create or replace function audit._require_whole_day(day date, time_zone text) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/exports/_require_whole_day.sql
begin
  -- A snapshot that stays would keep from view what is committed while this waits.
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception using
      errcode = 'UA023',
      message = format('%s may not be complete in a transaction of isolation level %s', day, current_setting('transaction_isolation')),
      hint = 'Export a day that is over in a transaction of isolation level read committed.';
  end if;
  if not audit._await_writers(audit._day_start(day + 1, time_zone)) then
    raise exception using
      errcode = 'UA023',
      message = format('%s is not complete: a transaction that may have changed something on that day has not ended', day),
      hint = 'Export it again when that has ended (pg_stat_activity shows it; pg_prepared_xacts too). A schedule does so by itself.';
  end if;
end
$function$;

comment on function audit._require_whole_day(date, text) is
  'Waits until all changes of a day that is over can be seen. Error: UA023 where a transaction takes too long, or where the caller''s own snapshot could miss some.';

revoke all on function audit._require_whole_day(date, text) from public;
