create or replace function audit._follows_ddl() returns boolean
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_follows_ddl.sql
begin
  return count(*) = 2
  from pg_event_trigger as e
  where e.evtname in ('audit_on_ddl', 'audit_on_drop') and e.evtenabled = 'A';
end
$function$;

comment on function audit._follows_ddl() is
  'Whether event triggers keep the captures in step with schema changes. Where not, captures are schema-agnostic.';

revoke all on function audit._follows_ddl() from public;
