create or replace function audit._copy_latest(after_id bigint) returns jsonb
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
-- Few records among many, in tables without statistics: only the primary keys lead there quickly.
set enable_seqscan = off
set enable_bitmapscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $function$
-- Source: packages/schema/sql/functions/retention/_copy_latest.sql
begin
  return audit._copy_default(after_id);
end
$function$;

comment on function audit._copy_latest(bigint) is
  'As audit._copy_default, for the few records that have come since.';

revoke all on function audit._copy_latest(bigint) from public;
