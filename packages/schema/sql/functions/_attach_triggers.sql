create or replace function audit._attach_triggers(tracked_id int) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_attach_triggers.sql
-- A statement trigger fires for the table that the statement names: rows written straight into a partition or an
-- inheritance child need triggers there. Only what is missing is made, because making one locks out writers.
declare
  tracked audit.tracked_table;
  target  regclass;
  item    record;
begin
  select t.* into strict tracked from audit.tracked_table as t where t.id = tracked_id;
  for target in select tracked.relid union all select d from audit._captured_descendants(tracked.relid) as d loop
    for item in
      select w.name, w.definition
      from audit._wanted_triggers(tracked_id, target) as w
      where not exists (
        select from pg_trigger as g
        where g.tgrelid = target and g.tgname = w.name and g.tgfoid = w.function and g.tgenabled = 'O'
      )
    loop
      if exists (
        select from pg_trigger as g join pg_proc as p on p.oid = g.tgfoid
        where g.tgrelid = target and g.tgname = item.name and p.pronamespace <> 'audit'::regnamespace
      ) then
        raise exception using
          errcode = 'UA017',
          message = format('%s has a trigger of its own named %I', target, item.name),
          hint = format('Rename it: alter trigger %I on %s rename to …', item.name, target);
      end if;
      execute item.definition;
      -- A trigger that is replaced stays disabled.
      if exists (
        select from pg_trigger as g where g.tgrelid = target and g.tgname = item.name and g.tgenabled <> 'O'
      ) then
        execute format('alter table %s enable trigger %I', target, item.name);
      end if;
    end loop;
  end loop;
end
$function$;

comment on function audit._attach_triggers(int) is
  'Makes the triggers of a tracked table, its partitions and its inheritance children that are missing or disabled. Error: UA017 where the application has a trigger of the same name.';

revoke all on function audit._attach_triggers(int) from public;
