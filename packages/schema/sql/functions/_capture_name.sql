create or replace function audit._capture_name(tracked_id int, operation text) returns text
language sql
immutable
set search_path = pg_catalog, pg_temp
as $function$
  -- Source: packages/schema/sql/functions/_capture_name.sql
  -- By number, not by table: a renamed table keeps its functions, and a new one of its old name gets others.
  select format('_capture_%s_%s', tracked_id, operation);
$function$;

comment on function audit._capture_name(int, text) is
  'Name of a tracked table''s capture function for an operation (insert, update, delete or touch; checked_insert, checked_update or checked_delete for the form that needs no event trigger).';

revoke all on function audit._capture_name(int, text) from public;
