create or replace function audit._descendants(root regclass) returns setof regclass
language sql
stable
set search_path = pg_catalog, pg_temp
as $function$
  -- Source: packages/schema/sql/functions/_descendants.sql
  with recursive tree (relid) as (
    select i.inhrelid from pg_inherits as i where i.inhparent = root
    union
    select i.inhrelid from tree as t join pg_inherits as i on i.inhparent = t.relid
  )
  select t.relid::regclass from tree as t;
$function$;

comment on function audit._descendants(regclass) is
  'The partitions and inheritance children of a table, of every level, without the table itself.';

revoke all on function audit._descendants(regclass) from public;
