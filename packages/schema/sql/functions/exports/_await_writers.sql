create or replace function audit._await_writers(before timestamptz) returns boolean
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/exports/_await_writers.sql
-- Only those that are under way now: what begins later records later changes.
declare
  patience constant interval := coalesce((select p.param_value_text from audit.param as p where p.param_key = 'export_patience'), '30 seconds')::interval;
  deadline constant timestamptz := clock_timestamp() + patience;
  awaited  constant text[] := audit._open_writers(before);
begin
  while awaited && audit._open_writers(before) loop
    if clock_timestamp() >= deadline then
      return false;
    end if;
    perform pg_sleep(0.05);
  end loop;
  return true;
end
$function$;

comment on function audit._await_writers(timestamptz) is
  'Waits for the transactions that may have recorded changes before a moment to end, for as long as audit.param export_patience says (30 seconds); false where one has not.';

revoke all on function audit._await_writers(timestamptz) from public;
