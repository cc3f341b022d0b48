create or replace function audit._attach_triggers(tracked_id int, leave_disabled boolean default false) returns void
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
    -- DISABLE TRIGGER ALL or USER, as pg_restore --disable-triggers has it: that is meant, and has its end.
    if leave_disabled
      and exists (select from audit._triggers_of(tracked_id) as g where g.tgrelid = target and g.tgenabled = 'D')
      and not exists (select from pg_trigger as g where g.tgrelid = target and g.tgenabled <> 'D' and not g.tgisinternal)
    then
      raise warning 'all triggers of % are disabled: changes to it are not recorded until they are enabled again', target;
      continue;
    end if;
    for item in
      select w.name, w.definition
      from audit._wanted_triggers(tracked_id, target) as w
      where not exists (
        -- Of this table's own: a restored trigger can have the number that another table had elsewhere.
        select from audit._triggers_of(tracked_id) as g
        where g.tgrelid = target and g.tgname = w.name and g.tgfoid = w.function and g.tgenabled in ('O', 'A')
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
        select from pg_trigger as g where g.tgrelid = target and g.tgname = item.name and g.tgenabled not in ('O', 'A')
      ) then
        execute format('alter table %s enable trigger %I', target, item.name);
      end if;
    end loop;
    -- Those of the other way to capture, and one that somebody has renamed: rows would be recorded twice.
    for item in
      select g.tgname as name
      from audit._triggers_of(tracked_id) as g
      where g.tgrelid = target and g.tgparentid = 0
        -- Not worth a lock on a table that has lost its last partition.
        and g.tgname <> 'audit_before_truncate'
        and not exists (
          select from audit._wanted_triggers(tracked_id, target) as w where w.name = g.tgname and w.function = g.tgfoid
        )
    loop
      execute format('drop trigger %I on %s', item.name, target);
    end loop;
  end loop;
  perform audit._release_detached(tracked_id);
end
$function$;

comment on function audit._attach_triggers(int, boolean) is
  'Makes the triggers of a tracked table, its partitions and its inheritance children that are missing or disabled, and drops what it has made and is not wanted any more. leave_disabled: leave a table alone that has all of its triggers disabled. Error: UA017 where the application has a trigger of the same name.';

revoke all on function audit._attach_triggers(int, boolean) from public;
