create or replace function audit._triggers_of(tracked_id int) returns setof pg_catalog.pg_trigger
language plpgsql
stable
rows 10
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_triggers_of.sql
begin
  return query
  select g.*
  from pg_trigger as g
  join pg_proc as p on p.oid = g.tgfoid
  where p.pronamespace = 'audit'::regnamespace
    and (
      p.proname in (
        audit._capture_name(tracked_id, 'insert'),
        audit._capture_name(tracked_id, 'update'),
        audit._capture_name(tracked_id, 'delete'),
        audit._capture_name(tracked_id, 'touch')
      )
      -- The functions that all tables share have the table's id as their trigger's first argument.
      or g.tgargs = convert_to(tracked_id::text, 'UTF8') || '\x00'::bytea
    );
end
$function$;

comment on function audit._triggers_of(int) is
  'The triggers that tracking a table has made, on the table and elsewhere.';

revoke all on function audit._triggers_of(int) from public;
