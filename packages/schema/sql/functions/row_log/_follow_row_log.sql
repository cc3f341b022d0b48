create or replace function audit._follow_row_log(tracked_id int) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/row_log/_follow_row_log.sql
begin
  if not audit._is_row_log_stale(tracked_id) or audit._follows_ddl() then
    return;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('audit.sync ' || tracked_id, 0));
  -- Another session may have done it meanwhile.
  if audit._is_row_log_stale(tracked_id) then
    perform audit._follow_renames(tracked_id);
    perform audit._sync_row_log(tracked_id);
  end if;
end
$function$;

comment on function audit._follow_row_log(int) is
  'Where no event trigger tells of schema changes: brings the log table of a tracked table in step before it is written.';

revoke all on function audit._follow_row_log(int) from public;
