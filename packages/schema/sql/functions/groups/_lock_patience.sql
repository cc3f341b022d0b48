create or replace function audit._lock_patience() returns int
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_lock_patience.sql
begin
  return (select coalesce(nullif(s.setting::int, 0), 30000) from pg_settings as s where s.name = 'lock_timeout');
end
$function$;

comment on function audit._lock_patience() is 'For how long to try to lock a group, in ms: the session''s lock_timeout, or half a minute where it has none.';

revoke all on function audit._lock_patience() from public;
