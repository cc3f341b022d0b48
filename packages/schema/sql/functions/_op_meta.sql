create or replace function audit._op_meta(setting text) returns jsonb
language plpgsql
immutable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_op_meta.sql
-- The setting is the caller's: whatever it holds, the write goes on. What is no JSON is no context.
begin
  return setting::jsonb;
exception when others then
  return null;
end
$function$;

comment on function audit._op_meta(text) is
  'The context setting audit.op_meta as jsonb; null where it is not valid JSON.';

revoke all on function audit._op_meta(text) from public;
