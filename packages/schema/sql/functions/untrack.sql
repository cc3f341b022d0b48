create or replace function audit.untrack(target regclass) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set standard_conforming_strings = on
set jit = off
as $function$
-- Source: packages/schema/sql/functions/untrack.sql
declare
  tracked_id int;
  was_masked constant text := audit._masked_pattern();
begin
  select t.id into tracked_id from audit.tracked_table as t where t.relid = untrack.target;
  if not found then
    raise exception using
      errcode = 'UA010',
      message = format('%s is not tracked', coalesce(untrack.target::text, 'null')),
      hint = 'select schema_name, table_name from audit.tracked shows what is.';
  end if;
  perform audit._stop_tracking(tracked_id);
  if audit._masked_pattern() is distinct from was_masked then
    perform audit._build_captures();
  end if;
end
$function$;

comment on function audit.untrack(regclass) is
  'Stops recording a table: drops its triggers and capture functions. Its history stays in the log. Error: UA010. Example: select audit.untrack(''shop.orders'').';

revoke all on function audit.untrack(regclass) from public;
