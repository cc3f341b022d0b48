create or replace function audit._lock_log(
  whole boolean,
  others text[],
  patience interval,
  snapshots boolean default false
) returns int
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
-- While a lock is waited for, everybody who comes later waits behind it: so long, and no longer.
set lock_timeout = '150ms'
as $function$
-- Source: packages/schema/sql/functions/retention/_lock_log.sql
declare
  give_up  constant timestamptz := clock_timestamp() + patience;
  attempts int    := 0;
  pause    float8 := 0.1;
  relation text;
  held_by  int[];
begin
  <<trying>>
  loop
    attempts := attempts + 1;
    begin
      if whole then
        lock table only audit.data_op_log in access exclusive mode;
      else
        lock table only audit.data_op_log in share update exclusive mode;
      end if;
      foreach relation in array others loop
        -- With the log locked, hardly anybody can be in a partition; and nobody is to wait a second time.
        execute format('lock table only %s in access exclusive mode%s', relation, case when whole then ' nowait' else '' end);
      end loop;
      -- Of this moment, not of the transaction's first look.
      perform pg_stat_clear_snapshot();
      if snapshots and exists (
        select from pg_stat_activity as a
        where a.datname = current_database() and a.pid <> pg_backend_pid()
          and a.state like 'idle in transaction%' and a.backend_xmin is not null
      ) then
        raise lock_not_available;
      end if;
      exit trying;
    exception when lock_not_available or deadlock_detected then
      null; -- The locks are gone with the block.
    end;
    if clock_timestamp() >= give_up then
      -- The oldest first: the others come and go.
      held_by := array(
        select h.pid
        from (
          select coalesce(l.pid, 0) as pid from pg_locks as l
          where l.relation = any (case when whole then others || 'audit.data_op_log'::text else others end::regclass[])
            and l.database = (select d.oid from pg_database as d where d.datname = current_database())
            and l.granted and l.pid is distinct from pg_backend_pid()
          union
          select a.pid from pg_stat_activity as a
          where snapshots and a.datname = current_database() and a.pid <> pg_backend_pid()
            and a.state like 'idle in transaction%' and a.backend_xmin is not null
        ) as h
        left join pg_stat_activity as a on a.pid = h.pid
        order by a.xact_start nulls first
        limit 5
      );
      perform audit._give_up(format('%s attempts to lock it failed', attempts), patience, held_by);
    end if;
    perform pg_sleep(least(pause * (0.5 + random()), extract(epoch from give_up - clock_timestamp()) + 0.01));
    pause := least(pause * 1.5, 2);
  end loop;
  return attempts;
end
$function$;

comment on function audit._lock_log(boolean, text[], interval, boolean) is
  'Locks the log, for attaching partitions (writers go on) or as a whole, and some of its partitions, so that nobody waits for longer than 150 ms for it: an attempt that takes longer is given up, and repeated after a pause, up to patience. snapshots: also while a transaction is idle that would go on with an older view of the data. Returns the number of attempts. Error: UA070.';

revoke all on function audit._lock_log(boolean, text[], interval, boolean) from public;
