create or replace function audit._sync_row_log(tracked_id int) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/row_log/_sync_row_log.sql
declare
  reason text;
begin
  if not exists (
    select from audit.row_log as r join pg_class as c on c.oid = r.log_table where r.tracked_id = _sync_row_log.tracked_id
  ) then
    return;
  end if;
  -- What this does to the log table fires the event triggers again.
  update audit.row_log as r set following = true where r.tracked_id = _sync_row_log.tracked_id;
  begin
    perform audit._follow_log_name(tracked_id);
    perform audit._follow_log_columns(tracked_id);
  exception
    -- These are the caller's: to wait no longer, or to try again.
    when lock_not_available or deadlock_detected or serialization_failure then
      raise;
    when others then
      get stacked diagnostics reason = message_text;
      raise warning 'the log table of % can''t follow it: %', (select r.relid from audit.row_log as r where r.tracked_id = _sync_row_log.tracked_id), reason
        using hint = 'What it has no column for is in audit.data_op_log only. audit.tracked says what is missing.';
  end;
  update audit.row_log as r set following = false where r.tracked_id = _sync_row_log.tracked_id;
end
$function$;

comment on function audit._sync_row_log(int) is
  'Brings the log table of a tracked table, if it has one, in step with the table''s name and columns as they are now. Where that can''t be it warns, and nothing else fails.';

revoke all on function audit._sync_row_log(int) from public;
