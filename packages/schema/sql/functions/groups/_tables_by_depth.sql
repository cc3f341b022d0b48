create or replace function audit._tables_by_depth(group_id int) returns jsonb
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_tables_by_depth.sql
begin
  return (
    with recursive links as (
      select distinct k.child::oid, k.parent::oid
      from audit._group_foreign_keys(group_id) as k
      where k.child_in and k.parent_in and k.child <> k.parent
    ),
    walk (relid, reached, depth) as (
      select t.relid::oid, t.relid::oid, 1 from audit._group_tables(group_id) as t
      union
      -- Tables that refer to each other in a circle have no right order: any will do, the checks come at the end.
      select w.relid, l.parent, w.depth + 1
      from walk as w join links as l on l.child = w.reached
      where w.depth < (select count(*) from audit._group_tables(group_id))
    ),
    depths as (
      select w.relid, max(w.depth) as depth from walk as w group by w.relid
    )
    select coalesce(jsonb_agg(to_jsonb(t) || to_jsonb(d)), '[]')
    from audit._group_tables(group_id) as t join depths as d on d.relid = t.relid
  );
end
$function$;

comment on function audit._tables_by_depth(int) is
  'The tables of a group, each with its depth: greater than that of every table that it refers to, circles aside.';

revoke all on function audit._tables_by_depth(int) from public;
