create or replace function audit._database_time_zone() returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/exports/_database_time_zone.sql
-- Not the session's: what is "yesterday" must not depend on who asks.
begin
  return coalesce(
    (
      select substr(c.setting, strpos(c.setting, '=') + 1)
      from pg_db_role_setting as s
      join pg_database as d on d.oid = s.setdatabase
      cross join unnest(s.setconfig) as c (setting)
      where d.datname = current_database() and s.setrole = 0 and c.setting ilike 'timezone=%'
    ),
    (select s.reset_val from pg_settings as s where s.name = 'TimeZone')
  );
end
$function$;

comment on function audit._database_time_zone() is
  'The time zone set for the database, else the one that the session started with.';

revoke all on function audit._database_time_zone() from public;
