create or replace function audit._last_gid() returns bigint
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_last_gid.sql
-- A sequence knows no snapshots: whoever reads this holds a lock that keeps writers of the tables in question away.
begin
  return (select case when s.is_called then s.last_value else s.last_value - 1 end from audit.row_log_gid_seq as s);
end
$function$;

comment on function audit._last_gid() is 'The last emaj_gid that was given to a log record.';

revoke all on function audit._last_gid() from public;
