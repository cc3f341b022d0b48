create or replace function audit._captured_descendants(root regclass) returns setof regclass
language sql
stable
set search_path = pg_catalog, pg_temp
as $function$
  -- Source: packages/schema/sql/functions/_captured_descendants.sql
  select d.relid
  from audit._descendants(root) as d (relid)
  -- One that was tracked on its own before keeps its own triggers and its own name in the log.
  where not exists (select from audit.tracked_table as t where t.relid = d.relid);
$function$;

comment on function audit._captured_descendants(regclass) is
  'The partitions and inheritance children whose rows are recorded under the name of a tracked table.';

revoke all on function audit._captured_descendants(regclass) from public;
