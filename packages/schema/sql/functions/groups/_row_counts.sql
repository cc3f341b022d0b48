create or replace function audit._row_counts(relation regclass)
returns table (
  inserted bigint,
  updated  bigint,
  deleted  bigint
)
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_row_counts.sql
begin
  return query
  select
    sum(pg_stat_get_tuples_inserted(r.oid))::bigint,
    sum(pg_stat_get_tuples_updated(r.oid))::bigint,
    sum(pg_stat_get_tuples_deleted(r.oid))::bigint
  from (select relation::oid union all select d::oid from audit._descendants(relation) as d) as r (oid);
end
$function$;

comment on function audit._row_counts(regclass) is
  'PostgreSQL''s own count of the rows inserted, updated and deleted in a table and its partitions since the counters began: also in transactions that were rolled back, and a second or so behind.';

revoke all on function audit._row_counts(regclass) from public;
