create or replace function audit._caller(call_stack text) returns text
language plpgsql
immutable
parallel safe
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_caller.sql
-- The first line is the trigger function itself.
begin
  return md5(case when strpos(call_stack, E'\n') > 0 then substr(call_stack, strpos(call_stack, E'\n') + 1) else '' end);
end
$function$;

comment on function audit._caller(text) is
  'Fingerprint of what called a trigger function, from its PG_CONTEXT: the same for all triggers of one statement, another for a statement that a function in it runs.';

revoke all on function audit._caller(text) from public;
