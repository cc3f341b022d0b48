create or replace function audit._reader_lag(
  reader audit.reader,
  out records_behind bigint,
  out oldest_unread timestamptz
)
language plpgsql
stable
set search_path = pg_catalog, pg_temp
set jit = off
as $function$
-- Source: packages/schema/sql/functions/readers/_reader_lag.sql
declare
  home audit.cluster;
begin
  select c.* into home from audit.cluster as c order by c.id desc limit 1;
  -- Of a position from another cluster nobody can tell what is unread.
  if reader.cluster_id <> home.id or home.system_identifier <> audit._system_identifier() then
    return;
  end if;
  select count(*), min(l.action_tstamp_tx)
  into records_behind, oldest_unread
  from audit.data_op_log as l
  where l.id > reader.after_id
    and (
      l.id <= home.settled_id and l.id > coalesce(reader.done_id, 0)
      or l.id > home.settled_id
        and not pg_visible_in_snapshot(l.transaction_id::text::xid8, reader.position)
        and (reader.target is null or l.id > reader.done_id or not pg_visible_in_snapshot(l.transaction_id::text::xid8, reader.target))
    )
    and (reader.filter = '{}' or audit._matches(l, reader.filter));
end
$function$;

comment on function audit._reader_lag(audit.reader) is
  'How many records a reader has still to read, and when the oldest of their transactions began; nulls where its position is from another cluster.';

revoke all on function audit._reader_lag(audit.reader) from public;
