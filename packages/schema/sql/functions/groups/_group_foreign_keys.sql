create or replace function audit._group_foreign_keys(group_id int)
returns table (
  id           oid,
  name         text,
  child        regclass,
  parent       regclass,
  child_in     boolean,
  parent_in    boolean,
  can_defer    boolean,
  is_deferred  boolean,
  restricts    boolean,
  child_table  regclass,
  parent_table regclass,
  child_keys   text[],
  parent_keys  text[]
)
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_group_foreign_keys.sql
-- A partition's own foreign key counts as its root's; the copies that PostgreSQL makes for partitions do not count.
#variable_conflict use_column
begin
  return query
  with members as (select t.relid::oid from audit._group_tables(group_id) as t),
  keys as (
    select c.*, coalesce(pg_partition_root(c.conrelid), c.conrelid)::oid as child, coalesce(pg_partition_root(c.confrelid), c.confrelid)::oid as parent
    from pg_constraint as c
    where c.contype = 'f' and c.conparentid = 0
  )
  select
    k.oid, k.conname::text, k.child::regclass, k.parent::regclass,
    k.child in (select m.relid from members as m),
    k.parent in (select m.relid from members as m),
    k.condeferrable, k.condeferred,
    k.confdeltype = 'r' or k.confupdtype = 'r',
    k.conrelid::regclass, k.confrelid::regclass,
    (select array_agg(a.attname::text order by n.position) from unnest(k.conkey) with ordinality as n (number, position) join pg_attribute as a on a.attrelid = k.conrelid and a.attnum = n.number),
    (select array_agg(a.attname::text order by n.position) from unnest(k.confkey) with ordinality as n (number, position) join pg_attribute as a on a.attrelid = k.confrelid and a.attnum = n.number)
  from keys as k
  where k.child in (select m.relid from members as m) or k.parent in (select m.relid from members as m)
  order by k.oid;
end
$function$;

comment on function audit._group_foreign_keys(int) is
  'The foreign keys from and to the tables of a group: on which side the group is, whether it can be deferred, and whether it restricts changes at once whatever is deferred (RESTRICT). child, parent: a partition''s root; child_table, parent_table: the very tables.';

revoke all on function audit._group_foreign_keys(int) from public;
