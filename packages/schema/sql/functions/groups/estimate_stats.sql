create or replace function audit.estimate_stats(group_name text, mark1 text default null, mark2 text default null)
returns table (
  schema_name text,
  table_name  text,
  inserted    bigint,
  updated     bigint,
  deleted     bigint
)
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set jit = off
as $function$
-- Source: packages/schema/sql/functions/groups/estimate_stats.sql
#variable_conflict use_column
declare
  group_id constant int := audit._group_id(estimate_stats.group_name);
  span     record;
begin
  select r.* into span from audit._mark_range(group_id, estimate_stats.mark1, estimate_stats.mark2) as r;
  return query
  select n.nspname::text, c.relname::text,
    -- Counters that went back have been reset.
    case when d.inserted >= 0 then d.inserted end,
    case when d.updated >= 0 then d.updated end,
    case when d.deleted >= 0 then d.deleted end
  from audit.mark_table as b
  join audit.table_group_member as m on m.id = b.member_id
  join pg_class as c on c.oid = m.relid
  join pg_namespace as n on n.oid = c.relnamespace
  left join audit.mark_table as e on e.mark_id = span.last_mark and e.member_id = b.member_id
  cross join lateral audit._row_counts(m.relid) as present
  cross join lateral (
    select
      case when span.last_mark is null then present.inserted else e.inserted end - b.inserted,
      case when span.last_mark is null then present.updated else e.updated end - b.updated,
      case when span.last_mark is null then present.deleted else e.deleted end - b.deleted
  ) as d (inserted, updated, deleted)
  where b.mark_id = span.first_mark
  order by 1, 2;
end
$function$;

comment on function audit.estimate_stats(text, text, text) is
  'As audit.stats, without reading the log: from PostgreSQL''s own counters, which each mark has noted. They count rows of rolled-back transactions too, leave out rows lost to TRUNCATE, and are some seconds behind. Null where the counters were reset in between. Errors: UA050, UA054, UA057. Example: select * from audit.estimate_stats(''shop'', ''before the import'').';

revoke all on function audit.estimate_stats(text, text, text) from public;
