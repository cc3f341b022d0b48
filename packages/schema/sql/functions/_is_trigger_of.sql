create or replace function audit._is_trigger_of(candidate pg_catalog.pg_trigger, tracked_id int) returns boolean
language sql
stable
set search_path = pg_catalog, pg_temp
as $function$
  -- Source: packages/schema/sql/functions/_is_trigger_of.sql
  select p.pronamespace = 'audit'::regnamespace
    and (
      p.proname in (
        audit._capture_name(tracked_id, 'insert'),
        audit._capture_name(tracked_id, 'update'),
        audit._capture_name(tracked_id, 'delete'),
        audit._capture_name(tracked_id, 'touch')
      )
      -- The functions that all tables share have the table's id as their trigger's first argument.
      or candidate.tgargs = convert_to(tracked_id::text, 'UTF8') || '\x00'::bytea
    )
  from pg_proc as p
  where p.oid = candidate.tgfoid;
$function$;

comment on function audit._is_trigger_of(pg_catalog.pg_trigger, int) is
  'Whether a trigger is one that tracking a table has made.';

revoke all on function audit._is_trigger_of(pg_catalog.pg_trigger, int) from public;
