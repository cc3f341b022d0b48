create or replace function audit._watched_log_table(tracked_id int) returns oid
language plpgsql
-- It is not: see _watched_table.
immutable
set search_path = pg_catalog, pg_temp
set jit = off
as $function$
-- Source: packages/schema/sql/functions/row_log/_watched_log_table.sql
begin
  return (select r.log_table from audit.row_log as r where r.tracked_id = _watched_log_table.tracked_id);
end
$function$;

comment on function audit._watched_log_table(int) is
  'OID of the typed log table of a tracked table, for an expression of a capture function that is to be planned anew when the log table changes.';

revoke all on function audit._watched_log_table(int) from public;
