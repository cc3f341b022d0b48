create or replace function audit._captured_descendants(root regclass) returns setof regclass
language sql
stable
set search_path = pg_catalog, pg_temp
as $function$
  -- Source: packages/schema/sql/functions/_captured_descendants.sql
  -- One that is tracked on its own keeps its own triggers and its own name in the log, and so does what is below it.
  with recursive tree (relid) as (
    select i.inhrelid
    from pg_inherits as i
    where i.inhparent = root and not exists (select from audit.tracked_table as t where t.relid = i.inhrelid)
    union
    select i.inhrelid
    from tree as p join pg_inherits as i on i.inhparent = p.relid
    where not exists (select from audit.tracked_table as t where t.relid = i.inhrelid)
  )
  select t.relid::regclass from tree as t;
$function$;

comment on function audit._captured_descendants(regclass) is
  'The partitions and inheritance children whose rows are recorded under the name of a tracked table.';

revoke all on function audit._captured_descendants(regclass) from public;
