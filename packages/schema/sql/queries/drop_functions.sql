-- The views and the functions go, and with the functions the triggers that keep the log append-only. Tables stay.
drop view audit.tracked, audit.field_history, audit.scheduled_export, audit.changes_log;
do $do$
declare
  routine text;
begin
  for routine in
    select p.oid::regprocedure::text from pg_catalog.pg_proc as p
    where p.pronamespace = 'audit'::regnamespace
    -- Those of event triggers first: what they call is dropped after them.
    order by p.prorettype = 'event_trigger'::regtype desc, p.oid
  loop
    execute format('drop routine if exists %s cascade', routine);
  end loop;
end
$do$;
