create or replace function audit._outside_problem(tracked_id int, relation regclass, group_id int, round int) returns text
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_outside_problem.sql
-- A cascade would change tables that are not part of the rollback, and a missing row would fail it at its end.
declare
  key     record;
  net     constant text := audit._net_table(tracked_id, round);
  has_one boolean;
begin
  for key in
    select k.*,
      (select string_agg(format('o.%I = (d.now_row).%I', c.child, c.parent), ' and ') from unnest(k.child_keys, k.parent_keys) as c (child, parent)) as of_now,
      (select string_agg(format('o.%I = (d.then_row).%I', c.parent, c.child), ' and ') from unnest(k.child_keys, k.parent_keys) as c (child, parent)) as of_then,
      (select string_agg(format('(d.now_row).%I', c), ', ') from unnest(k.parent_keys) as c) as now_keys,
      (select string_agg(format('(d.then_row).%I', c), ', ') from unnest(k.parent_keys) as c) as then_keys,
      (select string_agg(format('(d.then_row).%I', c), ', ') from unnest(k.child_keys) as c) as refers
    from audit._group_foreign_keys(group_id) as k
    where k.child = relation and not k.parent_in or k.parent = relation and not k.child_in
  loop
    if key.parent = relation then
      execute format(
        'select exists (select from %s as d join %s as o on %s where d.now_ref is not null and (d.then_ref is null or row(%s)::text is distinct from row(%s)::text))',
        net, key.child_table, key.of_now, key.now_keys, key.then_keys
      ) into has_one;
      if has_one then
        return format('rows of %s, which is not in the group, refer to rows of %s that did not exist at the mark', key.child, relation);
      end if;
    else
      execute format(
        'select exists (select from %s as d where d.then_ref is not null and num_nulls(%s) = 0 and not exists (select from %s as o where %s))',
        net, key.refers, key.parent_table, key.of_then
      ) into has_one;
      if has_one then
        return format('rows of %s refer to rows of %s, which is not in the group, that do not exist any more', relation, key.parent);
      end if;
    end if;
  end loop;
  return null;
end
$function$;

comment on function audit._outside_problem(int, regclass, int, int) is
  'Which foreign key between the group and other tables stands in the way of a rollback; null where none does.';

revoke all on function audit._outside_problem(int, regclass, int, int) from public;
