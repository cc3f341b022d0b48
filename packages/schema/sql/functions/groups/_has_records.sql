create or replace function audit._has_records(log_table regclass, since bigint) returns boolean
language plpgsql
stable
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $function$
-- Source: packages/schema/sql/functions/groups/_has_records.sql
declare
  found boolean;
begin
  execute format('select exists (select from %s as l where l.emaj_gid > $1)', log_table) into found using since;
  return found;
end
$function$;

comment on function audit._has_records(regclass, bigint) is 'Whether a log table has records after a gid.';

revoke all on function audit._has_records(regclass, bigint) from public;
