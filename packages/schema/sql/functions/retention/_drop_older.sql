create or replace function audit._drop_older(keep interval) returns bigint
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/retention/_drop_older.sql
begin
  if keep is null then
    return null;
  end if;
  return (select count(*) filter (where d.dropped) from audit.drop_before(now() - keep) as d);
end
$function$;

comment on function audit._drop_older(interval) is
  'What a scheduled maintenance drops: months that are wholly older than keep; none where that is null. Returns how many.';

revoke all on function audit._drop_older(interval) from public;
