create or replace function audit._await_older(moment timestamptz, patience interval) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/retention/_await_older.sql
-- A transaction's records are of the time at which it began. Of a time to come there is nobody to wait for.
declare
  give_up constant timestamptz := clock_timestamp() + patience;
  older   int[];
begin
  while moment <= clock_timestamp() loop
    perform pg_stat_clear_snapshot();
    older := array(
      select a.pid from pg_stat_activity as a
      where a.datname = current_database() and a.pid <> pg_backend_pid() and a.xact_start < moment
        and a.backend_type in ('client backend', 'background worker')
      union
      select 0 from pg_prepared_xacts as p where p.database = current_database() and p.prepared < moment
    );
    exit when older = '{}';
    if clock_timestamp() >= give_up then
      perform audit._give_up(format('transactions that began before %s have been running', moment), patience, older);
    end if;
    perform pg_sleep(0.05);
  end loop;
end
$function$;

comment on function audit._await_older(timestamptz, interval) is
  'Waits until the transactions that began before a time have ended, so that no more records of it can come. Error: UA070.';

revoke all on function audit._await_older(timestamptz, interval) from public;
