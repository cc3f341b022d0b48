create or replace function audit._stop_tracking(tracked_id int) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_stop_tracking.sql
declare
  operation text;
begin
  perform audit._detach_triggers(tracked_id);
  perform audit._drop_touch(tracked_id);
  perform audit._stop_row_log(tracked_id);
  foreach operation in array '{insert,update,delete,checked_insert,checked_update,checked_delete}'::text[] loop
    execute format('drop function if exists audit.%I()', audit._capture_name(tracked_id, operation));
  end loop;
  delete from audit.tracked_table as t where t.id = tracked_id;
end
$function$;

comment on function audit._stop_tracking(int) is
  'Drops the triggers and functions of a tracked table and forgets its declaration.';

revoke all on function audit._stop_tracking(int) from public;
