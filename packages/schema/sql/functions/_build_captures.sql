create or replace function audit._build_captures() returns void
language sql
volatile
set search_path = pg_catalog, pg_temp
as $function$
  -- Source: packages/schema/sql/functions/_build_captures.sql
  select audit._build_capture(t.id)
  from audit.tracked_table as t join pg_class as c on c.oid = t.relid
  order by t.id;
$function$;

comment on function audit._build_captures() is
  'Writes the capture functions of every tracked table anew.';

revoke all on function audit._build_captures() from public;
