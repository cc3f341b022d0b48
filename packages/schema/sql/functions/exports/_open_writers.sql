create or replace function audit._open_writers(before timestamptz) returns text[]
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/exports/_open_writers.sql
-- A transaction has its id before it writes its first record, and holds a lock on it until its records can be seen. So
-- whatever has no such lock now has no record of an earlier moment still to show. When a transaction began is told to
-- roles that may read it (pg_read_all_stats); for others, each that has written counts.
begin
  perform pg_stat_clear_snapshot();
  return array(
    select distinct l.virtualtransaction
    from pg_locks as l
    left join pg_stat_activity as a on a.pid = l.pid
    left join pg_prepared_xacts as p on l.pid is null and p.transaction = l.transactionid
    where l.locktype = 'transactionid' and l.mode = 'ExclusiveLock' and l.granted
      and l.pid is distinct from pg_backend_pid()
      and coalesce(a.datname, p.database, current_database()) = current_database()
      and coalesce(a.xact_start, '-infinity') < before
  );
end
$function$;

comment on function audit._open_writers(timestamptz) is
  'Transactions under way that may have recorded changes before a moment, and have not shown them yet.';

revoke all on function audit._open_writers(timestamptz) from public;
