create or replace function audit._row_log_shape(tracked_id int) returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/row_log/_row_log_shape.sql
begin
  return (select audit._shape(r.log_table) from audit.row_log as r where r.tracked_id = _row_log_shape.tracked_id);
end
$function$;

comment on function audit._row_log_shape(int) is
  'Fingerprint of the typed log table of a tracked table; null where it has none, or none any more.';

revoke all on function audit._row_log_shape(int) from public;
