create or replace function audit._arm_event_triggers() returns boolean
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_arm_event_triggers.sql
-- ALWAYS, because a session in the replica role changes tables too. The block undoes all of it where the role may not
-- make event triggers, or where the server does not run them (an embedded one that has no postmaster).
begin
  drop event trigger if exists audit_on_ddl;
  drop event trigger if exists audit_on_drop;
  create event trigger audit_on_ddl on ddl_command_end
    when tag in (
      'ALTER TABLE', 'ALTER FOREIGN TABLE', 'CREATE TABLE', 'CREATE FOREIGN TABLE',
      -- With the partitions that CREATE SCHEMA … CREATE TABLE makes.
      'CREATE SCHEMA', 'ALTER SCHEMA', 'ALTER TYPE', 'ALTER DOMAIN', 'ALTER COLLATION', 'ALTER EXTENSION',
      -- ALTER INDEX … RENAME renames a table too.
      'ALTER INDEX'
    )
    execute function audit._on_ddl();
  create event trigger audit_on_drop on sql_drop execute function audit._on_drop();
  alter event trigger audit_on_ddl enable always;
  alter event trigger audit_on_drop enable always;

  perform set_config('audit.ddl_seen', '', true);
  alter table audit.param alter column param_value_text drop not null;
  if current_setting('audit.ddl_seen') <> 'yes' then
    raise exception 'event triggers do not fire' using errcode = 'feature_not_supported';
  end if;
  return true;
exception when insufficient_privilege or feature_not_supported then
  return false;
end
$function$;

comment on function audit._arm_event_triggers() is
  'Makes the event triggers that keep captures in step with schema changes; false where the role may not, or where the server runs none.';

revoke all on function audit._arm_event_triggers() from public;
