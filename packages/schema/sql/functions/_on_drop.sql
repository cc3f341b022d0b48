create or replace function audit._on_drop() returns event_trigger
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
set jit = off
as $function$
-- Source: packages/schema/sql/functions/_on_drop.sql
declare
  tracked record;
begin
  for tracked in
    select distinct t.id, bool_or(d.objsubid = 0) as whole
    from pg_event_trigger_dropped_objects() as d
    join audit.tracked_table as t on t.relid = d.objid
    where d.classid = 'pg_class'::regclass
    group by t.id
  loop
    if tracked.whole then
      -- The history stays; what would be left is a declaration of nothing.
      perform audit._stop_tracking(tracked.id);
    else
      perform audit._sync_table(tracked.id);
    end if;
  end loop;
end
$function$;

comment on function audit._on_drop() is
  'Event trigger function: forgets the declaration of a tracked table that is dropped, and writes the capture anew where a column goes, for example with its type.';

revoke all on function audit._on_drop() from public;
