create or replace function audit._detach_triggers(tracked_id int) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_detach_triggers.sql
declare
  item record;
begin
  for item in
    select g.tgrelid::regclass as relation, g.tgname
    from audit._triggers_of(tracked_id) as g
    -- A copy on a partition goes with the trigger that it was copied from.
    where g.tgparentid = 0
  loop
    execute format('drop trigger %I on %s', item.tgname, item.relation);
  end loop;
end
$function$;

comment on function audit._detach_triggers(int) is
  'Drops every trigger that tracking a table has made, on the table, its partitions and its inheritance children.';

revoke all on function audit._detach_triggers(int) from public;
