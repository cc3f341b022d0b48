create or replace function audit._last_settled_id(patience interval) returns bigint
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/retention/_last_settled_id.sql
-- Whoever has drawn an id up to this one holds a lock on the log, or has ended. Waiting for those who hold one now,
-- without a lock of our own, makes nobody wait for us.
declare
  give_up constant timestamptz := clock_timestamp() + patience;
  last_id bigint;
  writers text[];
  held_by int[];
begin
  -- By name each time: a plan that is kept would go on with the number of a default partition that has been replaced.
  select case when s.is_called then s.last_value else s.last_value - 1 end into last_id from audit.data_op_log_id_seq as s;
  writers := array(
    select l.virtualtransaction from pg_locks as l
    where l.database = (select d.oid from pg_database as d where d.datname = current_database())
      and l.relation in ('audit.data_op_log'::regclass, to_regclass('audit.data_op_log_default'))
      and l.mode = 'RowExclusiveLock' and l.pid is distinct from pg_backend_pid()
  );
  loop
    held_by := array(
      select distinct coalesce(l.pid, 0) from pg_locks as l
      where l.virtualtransaction = any (writers) and l.locktype = 'relation' and l.mode = 'RowExclusiveLock'
        and l.relation in ('audit.data_op_log'::regclass, to_regclass('audit.data_op_log_default'))
    );
    exit when held_by = '{}';
    if clock_timestamp() >= give_up then
      perform audit._give_up('transactions that have written to it have been running', patience, held_by);
    end if;
    perform pg_sleep(0.02);
  end loop;
  return last_id;
end
$function$;

comment on function audit._last_settled_id(interval) is
  'An id up to which every record is committed, or never will be. Waits for those who are writing. Error: UA070.';

revoke all on function audit._last_settled_id(interval) from public;
