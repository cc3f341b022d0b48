create or replace function audit._is_row_log_stale(tracked_id int) returns boolean
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/row_log/_is_row_log_stale.sql
-- Volatile, so that it sees what another session has committed since the statement began.
begin
  return exists (
    select from audit.row_log as r
    where r.tracked_id = _is_row_log_stale.tracked_id and r.shape is distinct from audit._shape(r.relid)
  );
end
$function$;

comment on function audit._is_row_log_stale(int) is
  'Whether the log table of a tracked table is of other columns than the table has now; false where there is none.';

revoke all on function audit._is_row_log_stale(int) from public;
