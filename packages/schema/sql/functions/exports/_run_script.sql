create or replace function audit._run_script(directory text, allowed text, body text) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set standard_conforming_strings = on
as $function$
-- Source: packages/schema/sql/functions/exports/_run_script.sql
declare
  detail text;
begin
  execute format('copy (select where false) to program %L', audit._export_script(directory, allowed, body));
exception when external_routine_exception then
  get stacked diagnostics detail = pg_exception_detail;
  perform audit._raise_program_error(detail, directory, '');
end
$function$;

comment on function audit._run_script(text, text, text) is
  'Runs a script in a directory of exports. Errors: UA021, UA025, UA026.';

revoke all on function audit._run_script(text, text, text) from public;
