create or replace function audit._on_log_drop(dropped oid[]) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/row_log/_on_log_drop.sql
declare
  item record;
begin
  for item in
    select r.id, r.tracked_id, r.relid, c.oid is null as whole
    from audit.row_log as r left join pg_class as c on c.oid = r.log_table
    where r.log_table::oid = any (dropped) and not r.following
    order by r.id
  loop
    if item.whole and item.tracked_id is null then
      delete from audit.row_log as r where r.id = item.id;
    elsif item.tracked_id is not null then
      if item.whole then
        raise warning 'the log table of % is gone: its changes are recorded in audit.data_op_log only', item.relid
          using hint = 'Call audit.track again, with row_log for a new one.';
      end if;
      -- Its captures must not name what is no more.
      perform audit._build_capture(item.tracked_id);
    end if;
  end loop;
end
$function$;

comment on function audit._on_log_drop(oid[]) is
  'Writes the captures anew whose log table has been dropped, or a column of it, and forgets a dropped log table that was not written any more.';

revoke all on function audit._on_log_drop(oid[]) from public;
