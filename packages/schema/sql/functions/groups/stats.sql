create or replace function audit.stats(group_name text, mark1 text default null, mark2 text default null)
returns table (
  schema_name text,
  table_name  text,
  inserted    bigint,
  updated     bigint,
  deleted     bigint,
  truncated   bigint,
  truncations bigint,
  last_change timestamptz
)
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set jit = off
-- The log is read from mark to mark, whatever the planner thinks of an index.
set enable_seqscan = off
as $function$
-- Source: packages/schema/sql/functions/groups/stats.sql
#variable_conflict use_column
declare
  group_id constant int := audit._group_id(stats.group_name);
  span     record;
  item     record;
begin
  select r.* into span from audit._mark_range(group_id, stats.mark1, stats.mark2) as r;
  for item in
    select l.relid, l.schema_name, l.table_name,
      string_agg(format('select l.emaj_verb, l.emaj_tuple, l.emaj_changed from %s as l where l.emaj_gid > %s and l.emaj_gid <= %s', l.log_table, l.above, coalesce(l.up_to, 9223372036854775807)), ' union all ') as records
    from audit._group_logs(group_id, span.after_gid, span.until_gid) as l
    group by l.relid, l.schema_name, l.table_name
    order by l.schema_name, l.table_name
  loop
    schema_name := item.schema_name;
    table_name := item.table_name;
    execute format(
      $query$
select
  count(*) filter (where l.emaj_verb = 'INS'),
  count(*) filter (where l.emaj_verb = 'UPD' and l.emaj_tuple = 'NEW'),
  count(*) filter (where l.emaj_verb = 'DEL'),
  count(*) filter (where l.emaj_verb = 'TRU' and l.emaj_tuple = 'OLD'),
  count(*) filter (where l.emaj_verb = 'TRU' and l.emaj_tuple = ''),
  max(l.emaj_changed)
from (%s) as l$query$,
      item.records
    ) into inserted, updated, deleted, truncated, truncations, last_change;
    return next;
  end loop;
end
$function$;

comment on function audit.stats(text, text, text) is
  'What happened in each table of a group between two marks: rows inserted, updated, deleted and lost to TRUNCATE, the TRUNCATE commands, and when the last change was. mark1: left out, the first mark; mark2: left out, now. Reads the log records between the marks; audit.estimate_stats does not. Errors: UA050, UA054, UA057. Example: select * from audit.stats(''shop'', ''before the import'').';

revoke all on function audit.stats(text, text, text) from public;
