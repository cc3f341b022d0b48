create or replace function audit.log_position(
  out snapshot pg_snapshot,
  out last_id bigint,
  out settled_id bigint
)
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/readers/log_position.sql
declare
  home constant audit.cluster := audit._cluster();
  own  constant xid8          := pg_current_xact_id_if_assigned();
begin
  log_position.settled_id := home.settled_id;
  -- Says nothing where sessions keep ids in store.
  select case when s.is_called and q.seqcache = 1 then s.last_value else 0 end
  into log_position.last_id
  from audit.data_op_log_id_seq as s
  cross join pg_sequence as q
  where q.seqrelid = 'audit.data_op_log_id_seq'::regclass;

  select case
    -- A standby does not know one by one which transactions are running.
    when pg_is_in_recovery() then format('%1$s:%1$s:', pg_snapshot_xmin(pg_current_snapshot()))::pg_snapshot
    else pg_current_snapshot()
  end
  into log_position.snapshot;
  -- A snapshot does not list the transaction that takes it, which would then count as ended.
  if pg_visible_in_snapshot(own, snapshot) then
    select format('%s:%s:%s', pg_snapshot_xmin(snapshot), pg_snapshot_xmax(snapshot), string_agg(x.xid::text, ',' order by x.xid))::pg_snapshot
    into log_position.snapshot
    from (select pg_snapshot_xip(snapshot) union all select own) as x (xid);
  end if;
end
$function$;

comment on function audit.log_position() is
  'Where the log stands: snapshot sees the transactions that have ended; last_id is the last id that had been given out: a transaction that gets its own id later numbers its records after it; records up to settled_id have transaction ids of another cluster, and are all there. The records between two of them are those of transactions that the later one sees and the earlier one does not: none is ever skipped, however late it was committed. Error: UA034. Example: select * from audit.log_position().';

revoke all on function audit.log_position() from public;
