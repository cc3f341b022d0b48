create or replace function audit._give_up(reason text, patience interval, sessions int[]) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/retention/_give_up.sql
begin
  raise exception using
    errcode = 'UA070',
    message = format('the log is in use: %s for %s', reason, patience),
    hint = format(
      'Nothing was changed. %sTry again when they have ended, or with more patience.',
      case
        when sessions = '{}' then ''
        else format('In the way: sessions %s of pg_stat_activity (0: of pg_prepared_xacts). ', array_to_string(sessions, ', '))
      end
    );
end
$function$;

comment on function audit._give_up(text, interval, int[]) is
  'Ends a maintenance that others leave no room for. Error: UA070.';

revoke all on function audit._give_up(text, interval, int[]) from public;
