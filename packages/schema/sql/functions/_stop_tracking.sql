create or replace function audit._stop_tracking(tracked_id int) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_stop_tracking.sql
declare
  capture regprocedure;
begin
  perform audit._detach_triggers(tracked_id);
  perform audit._drop_touch(tracked_id);
  perform audit._stop_row_log(tracked_id);
  -- Not IF EXISTS: its notices would go to the migration that drops the table.
  for capture in
    select p.oid
    from unnest('{insert,update,delete,checked_insert,checked_update,checked_delete}'::text[]) as o (operation)
    join pg_proc as p on p.proname = audit._capture_name(tracked_id, o.operation) and p.pronamespace = 'audit'::regnamespace
    order by p.proname
  loop
    execute format('drop function %s', capture);
  end loop;
  delete from audit.tracked_table as t where t.id = tracked_id;
end
$function$;

comment on function audit._stop_tracking(int) is
  'Drops the triggers and functions of a tracked table and forgets its declaration.';

revoke all on function audit._stop_tracking(int) from public;
