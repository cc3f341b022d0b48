create or replace function audit._begin_maintenance(patience interval) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/retention/_begin_maintenance.sql
begin
  if patience is null or patience < interval '0' or patience > interval '1 day' then
    raise exception using
      errcode = 'UA072',
      message = format('patience is %s', coalesce(patience::text, 'null')),
      hint = 'Say how long to try to get a lock, for example ''30 seconds'': a day at most.';
  end if;
  -- It would not see what has been committed since its snapshot, and drop it.
  if current_setting('transaction_isolation') not in ('read committed', 'read uncommitted') then
    raise exception using
      errcode = 'UA071',
      message = format('maintenance is not possible in a transaction that is %s', upper(current_setting('transaction_isolation'))),
      hint = 'Call it in a transaction of its own that is READ COMMITTED.';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('audit.maintain', 0));
end
$function$;

comment on function audit._begin_maintenance(interval) is
  'Lets one maintenance at a time in; a second one waits, and finds the work done. Errors: UA071, UA072.';

revoke all on function audit._begin_maintenance(interval) from public;
