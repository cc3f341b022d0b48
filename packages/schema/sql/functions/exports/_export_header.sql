create or replace function audit._export_header(id_header text) returns text
language plpgsql
immutable
parallel safe
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/exports/_export_header.sql
begin
  return audit._csv_line(array[id_header, 'field_changed', 'old_value', 'new_value', 'changed_by', 'changed_at']);
end
$function$;

comment on function audit._export_header(text) is
  'The first line of an export.';

revoke all on function audit._export_header(text) from public;
