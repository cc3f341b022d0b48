create or replace function audit._current_row_log(tracked_id int) returns regclass
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_current_row_log.sql
begin
  return (select r.log_table from audit.row_log as r where r.tracked_id = _current_row_log.tracked_id);
end
$function$;

comment on function audit._current_row_log(int) is 'The log table that a tracked table writes; null where it has none.';

revoke all on function audit._current_row_log(int) from public;
