create or replace function audit._drop_net(tracked_id int, round int) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_drop_net.sql
begin
  -- IF EXISTS would tell the caller of a table that is none of theirs.
  if to_regclass(audit._net_table(tracked_id, round)) is not null then
    execute format('drop table %s', audit._net_table(tracked_id, round));
  end if;
end
$function$;

comment on function audit._drop_net(int, int) is 'Drops the temporary table of a round, where there is one.';

revoke all on function audit._drop_net(int, int) from public;
