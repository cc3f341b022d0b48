create or replace function audit._json_engine() returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_json_engine.sql
begin
  return (select p.param_value_text from audit.param as p where p.param_key = 'engine');
end
$function$;

comment on function audit._json_engine() is 'What computes JSON diffs: sql or plv8.';

revoke all on function audit._json_engine() from public;
