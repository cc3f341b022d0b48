create or replace function audit._net_table(tracked_id int, round int) returns text
language plpgsql
immutable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_net_table.sql
begin
  return format('pg_temp.audit_net_%s_%s', tracked_id, round);
end
$function$;

comment on function audit._net_table(int, int) is 'The temporary table that holds what is different in a table, in one round of a rollback.';

revoke all on function audit._net_table(int, int) from public;
