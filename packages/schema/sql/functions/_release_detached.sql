create or replace function audit._release_detached(tracked_id int) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_release_detached.sql
declare
  item record;
begin
  for item in
    select g.tgrelid::regclass as relation, g.tgname, t.relid as root
    from audit.tracked_table as t
    cross join audit._triggers_of(t.id) as g
    where t.id = tracked_id and g.tgparentid = 0
      and g.tgrelid <> t.relid and g.tgrelid not in (select audit._captured_descendants(t.relid))
    order by g.tgrelid, g.tgname
  loop
    execute format('drop trigger %I on %s', item.tgname, item.relation);
    if item.tgname = 'audit_insert' then
      raise notice '% is no part of % any more: changes to it are not recorded until it is tracked on its own', item.relation, item.root
        using hint = format('select audit.track(%L)', item.relation);
    end if;
  end loop;
end
$function$;

comment on function audit._release_detached(int) is
  'Drops the triggers of a tracked table from tables that are no partition or child of it any more, and says so in a notice.';

revoke all on function audit._release_detached(int) from public;
