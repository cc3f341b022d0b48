create or replace function audit._make_log_schema() returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/row_log/_make_log_schema.sql
-- With the first log table, not with the installation: who wants none may have a schema of that name.
declare
  owner oid := (select n.nspowner from pg_namespace as n where n.nspname = 'audit_log');
begin
  if owner is null then
    create schema audit_log;
    comment on schema audit_log is 'Typed log tables of what is tracked with row_log: see audit.track.';
  elsif owner <> (select n.nspowner from pg_namespace as n where n.nspname = 'audit') then
    raise exception using
      errcode = 'UA041',
      message = format('the schema audit_log belongs to %s, not to the owner of the schema audit', owner::regrole),
      hint = 'Log tables are kept there: rename that schema, or give it to the owner of the schema audit.';
  end if;
end
$function$;

comment on function audit._make_log_schema() is
  'Makes the schema audit_log where it is missing. Error: UA041 where it is somebody else''s.';

revoke all on function audit._make_log_schema() from public;
