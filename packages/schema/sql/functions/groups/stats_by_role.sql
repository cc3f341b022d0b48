create or replace function audit.stats_by_role(group_name text, mark1 text default null, mark2 text default null)
returns table (
  schema_name  text,
  table_name   text,
  role         text,
  verb         text,
  changed_rows bigint,
  transactions bigint,
  first_change timestamptz,
  last_change  timestamptz
)
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set jit = off
-- The log is read from mark to mark, whatever the planner thinks of an index.
set enable_seqscan = off
as $function$
-- Source: packages/schema/sql/functions/groups/stats_by_role.sql
declare
  group_id constant int := audit._group_id(stats_by_role.group_name);
  span     record;
  item     record;
begin
  select r.* into span from audit._mark_range(group_id, stats_by_role.mark1, stats_by_role.mark2) as r;
  for item in
    select l.relid, l.schema_name, l.table_name,
      string_agg(format('select l.emaj_verb, l.emaj_tuple, l.emaj_changed, l.emaj_user, l.emaj_txid from %s as l where l.emaj_gid > %s and l.emaj_gid <= %s', l.log_table, l.above, coalesce(l.up_to, 9223372036854775807)), ' union all ') as records
    from audit._group_logs(group_id, span.after_gid, span.until_gid) as l
    group by l.relid, l.schema_name, l.table_name
    order by l.schema_name, l.table_name
  loop
    for schema_name, table_name, role, verb, changed_rows, transactions, first_change, last_change in execute format(
      $query$
select $1, $2, l.emaj_user::text, l.emaj_verb::text,
  count(*) filter (where l.emaj_tuple = 'NEW' or l.emaj_tuple = 'OLD' and l.emaj_verb <> 'UPD'),
  count(distinct l.emaj_txid), min(l.emaj_changed), max(l.emaj_changed)
from (%s) as l
group by l.emaj_user, l.emaj_verb
order by l.emaj_user::text, l.emaj_verb::text$query$,
      item.records
    ) using item.schema_name, item.table_name loop
      return next;
    end loop;
  end loop;
end
$function$;

comment on function audit.stats_by_role(text, text, text) is
  'Who did what between two marks: for each table, login role and verb (INS, UPD, DEL, TRU) the rows, the transactions, and the first and the last change. The marks are those of audit.stats. Errors: UA050, UA054, UA057. Example: select * from audit.stats_by_role(''shop'', ''before the import'', ''after the import'').';

revoke all on function audit.stats_by_role(text, text, text) from public;
