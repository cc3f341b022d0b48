create or replace function audit.read_reader(name text, at_most int default 10000) returns setof audit.data_op_log
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set jit = off
as $function$
-- Source: packages/schema/sql/functions/readers/read_reader.sql
declare
  home    audit.cluster;
  reader  audit.reader;
  entry   audit.data_op_log;
  records int := 0;
begin
  if coalesce(read_reader.at_most, 0) < 1 then
    raise exception using
      errcode = 'UA035',
      message = format('at_most is %s', coalesce(read_reader.at_most::text, 'null')),
      hint = 'Give a whole number from 1 on.';
  end if;
  loop
    reader := audit._open_batch(read_reader.name);
    home := audit._cluster();
    for entry in
      select l.*
      from audit.data_op_log as l
      where l.id > greatest(reader.after_id, reader.done_id)
        and (
          l.id <= home.settled_id
          or l.transaction_id >= pg_snapshot_xmin(reader.position)::text::bigint
            and l.transaction_id < pg_snapshot_xmax(reader.target)::text::bigint
            and not pg_visible_in_snapshot(l.transaction_id::text::xid8, reader.position)
            and pg_visible_in_snapshot(l.transaction_id::text::xid8, reader.target)
        )
        and (reader.filter = '{}' or audit._matches(l, reader.filter))
      order by l.id
      limit read_reader.at_most
    loop
      records := records + 1;
      return next entry;
    end loop;
    perform audit._close_batch(reader, records, case when records = read_reader.at_most then entry.id end);
    -- The batch that was under way may have ended with its last record.
    exit when records > 0 or reader.done_id = 0;
  end loop;
end
$function$;

comment on function audit.read_reader(text, int) is
  'The next records of a reader, in the order of their ids, and moves it on. Both in the caller''s transaction: what it does with them is done exactly once, and a rollback leaves them unread. Call it until it returns none. Errors: UA030, UA032, UA034, UA035. Example: insert into warehouse.change select id, table_name, data_id, diff from audit.read_reader(''warehouse'').';

revoke all on function audit.read_reader(text, int) from public;
