create or replace function audit._stop_row_log(tracked_id int) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/row_log/_stop_row_log.sql
begin
  update audit.row_log as r
  set tracked_id = null, until = clock_timestamp()
  where r.tracked_id = _stop_row_log.tracked_id;
end
$function$;

comment on function audit._stop_row_log(int) is
  'Notes that the log table of a tracked table gets no more changes. The table stays.';

revoke all on function audit._stop_row_log(int) from public;
