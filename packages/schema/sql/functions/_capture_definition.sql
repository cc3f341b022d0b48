create or replace function audit._capture_definition(tracked_id int, operation text) returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_capture_definition.sql
declare
  checked constant boolean := operation like 'checked\_%';
  plain   constant text    := replace(operation, 'checked_', '');
  action  constant text    := case plain when 'insert' then 'I' when 'delete' then 'D' else 'U' end;
  source  constant text    := case plain when 'insert' then 'new_rows as n' when 'delete' then 'old_rows as o' else 'old_rows as o, new_rows as n' end;
  one_row constant text    := format(
    '%s where not exists (select from %s offset 1)', source, case plain when 'insert' then 'new_rows' else 'old_rows' end
  );
begin
  if checked and not audit._checks_shape(tracked_id) then
    return null;
  end if;
  return audit._capture_function(
    tracked_id,
    plain,
    one_row => audit._log_insert(tracked_id, action, one_row, null),
    body => case plain when 'update' then audit._update_body(tracked_id) else audit._log_insert(tracked_id, action, source, 'context') end,
    row_log => audit._row_log_body(tracked_id, plain),
    checked => checked
  );
end
$function$;

comment on function audit._capture_definition(int, text) is
  'The CREATE FUNCTION statement of a capture function: operation is insert, update or delete, or one of these after checked_ for the form that needs no event trigger; null where the table has no use for that one.';

revoke all on function audit._capture_definition(int, text) from public;
