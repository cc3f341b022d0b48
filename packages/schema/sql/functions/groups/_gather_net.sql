create or replace function audit._gather_net(tracked_id int, relation regclass, log_table regclass, images text, since bigint, round int) returns bigint
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
-- The log is only ever read from the mark on. Without statistics of it, the planner would rather read all of it.
set enable_seqscan = off
as $function$
-- Source: packages/schema/sql/functions/groups/_gather_net.sql
declare
  target constant text := audit._net_table(tracked_id, round);
  found  bigint;
begin
  perform audit._drop_net(tracked_id, round);
  -- After a round there is hardly ever anything left, and a temporary table costs more than to look.
  if round > 1 then
    execute format('select count(*) from (%s) as d', audit._net_query(relation, images)) into found;
    if found = 0 then
      return 0;
    end if;
  end if;
  execute format(
    $query$
create temporary table %1$s on commit drop as
select d.*, %2$s as way,
  case when d.now_ref is not null then %3$s end as now_row,
  case when d.then_ref is not null then %4$s end as then_row
from (%5$s) as d
left join %6$s as n on n.emaj_gid > %7$s and n.emaj_gid = d.now_ref / 2 and n.emaj_tuple = case d.now_ref %% 2 when 1 then 'NEW' else 'OLD' end
left join %6$s as t on t.emaj_gid > %7$s and t.emaj_gid = d.then_ref / 2 and t.emaj_tuple = case d.then_ref %% 2 when 1 then 'NEW' else 'OLD' end$query$,
    target,
    audit._way_back(relation, 'n', 't'),
    audit._logged_row(relation, 'n'),
    audit._logged_row(relation, 't'),
    audit._net_query(relation, images),
    log_table,
    since
  );
  get diagnostics found = row_count;
  if found = 0 then
    perform audit._drop_net(tracked_id, round);
  else
    execute format('analyze %s (now_ref, then_ref)', target);
  end if;
  return found;
end
$function$;

comment on function audit._gather_net(int, regclass, regclass, text, bigint, int) is
  'Puts what is different in a table into a temporary one, with the rows themselves, and returns how many there are. since: the gid of the mark. Where there are none, there is no temporary table.';

revoke all on function audit._gather_net(int, regclass, regclass, text, bigint, int) from public;
