create or replace function audit._base_type(type oid) returns oid
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_base_type.sql
declare
  base  oid := type;
  under oid;
begin
  loop
    select t.typbasetype into under from pg_type as t where t.oid = base and t.typtype = 'd';
    exit when not found;
    base := under;
  end loop;
  return base;
end
$function$;

comment on function audit._base_type(oid) is
  'The type under a domain, through any number of domains; a type that is no domain itself.';

revoke all on function audit._base_type(oid) from public;
