create or replace function audit._trigger_owners(relation oid) returns setof int
language sql
stable
set search_path = pg_catalog, pg_temp
set jit = off
as $function$
  -- Source: packages/schema/sql/functions/_trigger_owners.sql
  select coalesce(
    substring(p.proname from '^_capture_(\d+)_')::int,
    -- The functions that all tables share have the table's id as their trigger's first argument.
    nullif(substring(encode(g.tgargs, 'escape') from '^(\d+)'), '')::int
  )
  from pg_trigger as g
  join pg_proc as p on p.oid = g.tgfoid
  where g.tgrelid = relation and p.pronamespace = 'audit'::regnamespace;
$function$;

comment on function audit._trigger_owners(oid) is
  'The tracked tables (audit.tracked_table.id) that have triggers on a table.';

revoke all on function audit._trigger_owners(oid) from public;
