create or replace function audit._require_cron() returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/exports/_require_cron.sql
declare
  -- Both settings are hidden from roles that may not read all of them.
  database  text;
  libraries text := '…';
  loaded    boolean;
begin
  begin
    libraries := nullif(current_setting('shared_preload_libraries'), '');
  exception when insufficient_privilege then
    null;
  end;
  begin
    database := current_setting('cron.database_name', true);
    -- In postgresql.conf alone it is a placeholder, which pg_settings does not show.
    loaded := exists (select from pg_settings as s where s.name = 'cron.database_name');
  exception when insufficient_privilege then
    loaded := true;
  end;

  if not loaded then
    raise exception using
      errcode = 'UA028',
      message = case
        when exists (select from pg_available_extensions as e where e.name = 'pg_cron') then 'pg_cron is not loaded by this server'
        else 'pg_cron is not installed on this server'
      end,
      hint = format(
        '%sSet shared_preload_libraries = %L and cron.database_name = %L in postgresql.conf, and restart the server. Or run audit-cli export from a scheduler outside.',
        case
          when exists (select from pg_available_extensions as e where e.name = 'pg_cron') then ''
          else format('Install it, on Debian with the package postgresql-%s-cron. ', current_setting('server_version_num')::int / 10000)
        end,
        concat_ws(',', libraries, 'pg_cron'), current_database()
      );
  end if;
  if database <> current_database() then
    raise exception using
      errcode = 'UA028',
      message = format('pg_cron runs the jobs of database %I, not of %I', database, current_database()),
      hint = format(
        'Set cron.database_name = %L in postgresql.conf, and restart the server. Or run audit-cli export from a scheduler outside.',
        current_database()
      );
  end if;

  if not exists (select from pg_extension as e where e.extname = 'pg_cron') then
    begin
      create extension if not exists pg_cron;
    exception when others then
      raise exception using
        errcode = 'UA028',
        message = format('the extension pg_cron can''t be created: %s', sqlerrm),
        hint = format('As a superuser, in database %I: create extension pg_cron; grant usage on schema cron to %I.', current_database(), current_user);
    end;
  end if;
  if not has_schema_privilege('cron', 'usage') then
    raise exception using
      errcode = 'UA028',
      message = format('role %I may not schedule jobs', current_user),
      hint = format('As a superuser: grant usage on schema cron to %I.', current_user);
  end if;
end
$function$;

comment on function audit._require_cron() is
  'Creates the extension pg_cron if need be. Where it can''t be had: error UA028, which says what settings to change.';

revoke all on function audit._require_cron() from public;
