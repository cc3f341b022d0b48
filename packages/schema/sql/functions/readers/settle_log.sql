create or replace function audit.settle_log(same_log boolean default false, patience interval default '1 minute') returns bigint
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/readers/settle_log.sql
-- Waits for the writers instead of locking them out: a lock on the log would make every application stand still
-- behind the longest transaction.
declare
  identifier constant text        := audit._system_identifier();
  give_up    constant timestamptz := clock_timestamp() + settle_log.patience;
  home       audit.cluster;
  last_id    bigint;
  fence      xid8;
  oldest     xid8;
begin
  perform pg_advisory_xact_lock(hashtextextended('audit.settle_log', 0));
  select c.* into home from audit.cluster as c order by c.id desc limit 1;
  if settle_log.same_log then
    update audit.cluster as c set system_identifier = identifier
    where c.id = home.id and c.system_identifier is distinct from identifier;
    return home.settled_id;
  end if;
  if home.id is not null and home.system_identifier is not distinct from identifier then
    return home.settled_id;
  end if;

  -- Every record up to last_id was written by a transaction that has its id by now. A snapshot's xmax is no fence:
  -- transactions that are running may have later ids.
  select case when s.is_called then s.last_value else 0 end into last_id from audit.data_op_log_id_seq as s;
  fence := pg_current_xact_id();
  loop
    select pg_snapshot_xmin(pg_current_snapshot()) into oldest;
    exit when oldest >= fence;
    if clock_timestamp() >= give_up then
      raise exception using
        errcode = 'UA036',
        message = format('transactions that began before this call are still running after %s', settle_log.patience),
        hint = 'Call it in a READ COMMITTED transaction that has written nothing, when the long transactions that pg_stat_activity shows have ended, or with more patience.';
    end if;
    perform pg_sleep(0.02);
  end loop;
  insert into audit.cluster (system_identifier, settled_id) values (identifier, last_id);
  return last_id;
end
$function$;

comment on function audit.settle_log(boolean, interval) is
  'After a restore into another cluster: takes the log over, so that readers know which records have that cluster''s transaction ids. Waits (up to patience) for the transactions that are running, and locks nobody out; returns the last id that is settled. Readers of before have to be reset. same_log => true: this is the same cluster under a new number (pg_upgrade), and readers go on. Does nothing where nothing has changed. Error: UA036. Example: select audit.settle_log().';

revoke all on function audit.settle_log(boolean, interval) from public;
