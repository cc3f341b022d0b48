create or replace function audit._close_batch(
  reader audit.reader,
  records bigint,
  done_id bigint,
  file_bytes bigint default null
) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/readers/_close_batch.sql
declare
  settled  constant bigint  := (select c.settled_id from audit.cluster as c order by c.id desc limit 1);
  ends     constant boolean := _close_batch.done_id is null;
  -- What is still unread then is of later transactions than the mark, hence numbered after it.
  advances constant boolean := ends and reader.mark_xid < pg_snapshot_xmin(reader.target)::text::bigint;
begin
  -- A follower looks every second, and finds nothing most times.
  if ends and records = 0 and reader.batch > 0 and reader.done_id = 0 and reader.after_id >= settled
    and reader.updated_at > now() - interval '10 seconds' then
    return;
  end if;
  -- A block with an exception handler is a subtransaction: it gets its id now, after last_id was read and target taken.
  -- The row's xmin is that id, and the next batch has a mark in the two.
  begin
    update audit.reader as r
    set position = case when ends then reader.target else r.position end,
      after_id = case
        when advances then greatest(r.after_id, r.mark_id, settled)
        when ends then greatest(r.after_id, settled)
        else r.after_id
      end,
      mark_xid = case when advances or r.mark_xid is null then audit._full_xid(r.xmin) else r.mark_xid end,
      mark_id = case when advances or r.mark_xid is null then r.last_id else r.mark_id end,
      last_id = reader.last_id,
      target = case when ends then null else reader.target end,
      done_id = _close_batch.done_id,
      batch = r.batch + ends::int,
      delivered = r.delivered + records,
      file_bytes = coalesce(_close_batch.file_bytes, r.file_bytes),
      updated_at = now()
    where r.name = reader.name;
  exception when raise_exception then
    raise;
  end;
end
$function$;

comment on function audit._close_batch(audit.reader, bigint, bigint, bigint) is
  'Moves a reader on, in the transaction that _open_batch took it in: reader is what that gave; so many records were read, up to done_id, or all of the batch where that is null.';

revoke all on function audit._close_batch(audit.reader, bigint, bigint, bigint) from public;
