create or replace function audit._on_drop() returns event_trigger
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
set standard_conforming_strings = on
set jit = off
as $function$
-- Source: packages/schema/sql/functions/_on_drop.sql
declare
  tracked      record;
  masked_gone  boolean := false;
begin
  for tracked in
    select t.id, t.masked, t.schema_name, t.table_name, d.whole
    from (
      select d.objid, bool_or(d.objsubid = 0) as whole
      from pg_event_trigger_dropped_objects() as d
      where d.classid = 'pg_class'::regclass
      group by d.objid
    ) as d
    join audit.tracked_table as t on t.relid = d.objid
    order by t.id
  loop
    if tracked.whole then
      -- The history stays; what would be left is a declaration of nothing.
      perform audit._stop_tracking(tracked.id);
      -- Many migrations make a table anew under its old name.
      raise notice '%.% is no longer recorded: it was dropped, and its history stays', tracked.schema_name, tracked.table_name
        using hint = 'A table that takes its name has to be tracked: select audit.track(…)';
      masked_gone := masked_gone or tracked.masked <> '{}';
    else
      perform audit._sync_table(tracked.id);
    end if;
  end loop;
  if masked_gone then
    perform audit._renew_query_checks();
  end if;

  perform audit._on_log_drop(
    array(select d.objid from pg_event_trigger_dropped_objects() as d where d.classid = 'pg_class'::regclass)
  );

  -- Nothing tells any more whose partition a dropped table was.
  if exists (
    select from pg_event_trigger_dropped_objects() as d
    where d.object_type in ('table', 'foreign table') and not d.is_temporary
  ) then
    perform audit._sync_table(t.id)
    from audit.tracked_table as t
    join pg_trigger as g on g.tgrelid = t.relid and g.tgname = 'audit_before_truncate'
    where not exists (select from pg_inherits as i where i.inhparent = t.relid)
      and t.shape is distinct from audit._shape(t.relid);
  end if;
end
$function$;

comment on function audit._on_drop() is
  'Event trigger function: forgets the declaration of a tracked table that is dropped, and writes the capture anew where a column goes, for example with its type, or the last partition.';

revoke all on function audit._on_drop() from public;
