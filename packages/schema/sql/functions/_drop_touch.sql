create or replace function audit._drop_touch(tracked_id int) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_drop_touch.sql
declare
  touch_function constant text := format('audit.%I()', audit._capture_name(tracked_id, 'touch'));
  relation       regclass;
begin
  for relation in
    select g.tgrelid from pg_trigger as g where g.tgfoid = to_regprocedure(touch_function) and g.tgparentid = 0
  loop
    execute format('drop trigger zz_audit_touch on %s', relation);
  end loop;
  if to_regprocedure(touch_function) is not null then
    execute format('drop function %s', touch_function);
  end if;
end
$function$;

comment on function audit._drop_touch(int) is
  'Drops the triggers and the function that set modified_at on a tracked table.';

revoke all on function audit._drop_touch(int) from public;
