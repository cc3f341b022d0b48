create or replace function audit._system_identifier() returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/readers/_system_identifier.sql
begin
  return (select c.system_identifier::text from pg_control_system() as c);
exception when insufficient_privilege or undefined_function then
  return null;
end
$function$;

comment on function audit._system_identifier() is
  'The number that initdb gave this cluster; null where the role may not read it.';

revoke all on function audit._system_identifier() from public;
