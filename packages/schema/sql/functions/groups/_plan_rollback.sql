create or replace function audit._plan_rollback(mark audit.table_group_mark)
returns table (
  tracked_id  int,
  relid       regclass,
  schema_name text,
  table_name  text,
  inserts     bigint,
  updates     bigint,
  deletes     bigint,
  changes     bigint,
  changed_by  text[],
  last_change timestamptz,
  code        text,
  refusal     text,
  hint        text
)
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_plan_rollback.sql
#variable_conflict use_column
declare
  refusals constant jsonb := (select coalesce(jsonb_agg(to_jsonb(r) || jsonb_build_object('oid', r.relid::oid)), '[]') from audit._rollback_refusals(mark) as r);
  item     record;
  problem  text;
begin
  for item in
    select
      g.tracked_id, m.relid, g.log_table, t.partitions, n.nspname, c.relname,
      (select r from jsonb_array_elements(refusals) as r where (r -> 'oid') in ('null', to_jsonb(m.relid::oid)) order by r -> 'oid' = 'null' limit 1) as refused
    from audit.table_group_member as m
    left join audit._group_tables(mark.group_id) as g on g.member_id = m.id
    left join audit.mark_table as t on t.member_id = m.id and t.mark_id = mark.id
    left join pg_class as c on c.oid = m.relid
    left join pg_namespace as n on n.oid = c.relnamespace
    where m.group_id = mark.group_id and (m.removed_gid is null or t.mark_id is not null)
    order by n.nspname, c.relname
  loop
    tracked_id := item.tracked_id;
    relid := item.relid;
    schema_name := item.nspname;
    table_name := coalesce(item.relname, item.relid::text);
    inserts := 0;
    updates := 0;
    deletes := 0;
    changes := 0;
    changed_by := '{}';
    last_change := null;
    code := item.refused ->> 'code';
    refusal := item.refused ->> 'message';
    hint := item.refused ->> 'hint';
    if item.log_table is not null then
      select s.changes, s.changed_by, s.last_change into changes, changed_by, last_change
      from audit._changes_since(item.log_table, mark.gid) as s;
    end if;
    -- What can't be undone in this table is not worked out.
    if refusal is null or item.refused -> 'oid' = 'null' and item.tracked_id is not null and item.partitions is not null then
      if changes > 0 and audit._gather_net(
        item.tracked_id, item.relid, item.log_table,
        audit._logged_images(item.relid, item.log_table, format('l.emaj_gid > %s', mark.gid)), mark.gid, 1
      ) > 0 then
        execute format(
          $query$
select
  coalesce(sum(d.copies) filter (where d.now_ref is null), 0),
  coalesce(sum(d.copies) filter (where d.now_ref is not null and d.then_ref is not null), 0),
  coalesce(sum(d.copies) filter (where d.then_ref is null), 0)
from %s as d$query$,
          audit._net_table(item.tracked_id, 1)
        ) into inserts, updates, deletes;
        problem := audit._outside_problem(item.tracked_id, item.relid, mark.group_id, 1);
        if problem is not null and refusal is null then
          code := 'UA063';
          refusal := problem;
          hint := 'Bring those rows in order first, or have the other table in the group too.';
        end if;
      end if;
      problem := audit._attached_rows_problem(item.tracked_id, item.relid, item.partitions, 1);
      if problem is not null and refusal is null then
        code := 'UA060';
        refusal := problem;
        hint := 'These rows are in no log. Detach the partition, or roll back to a later mark.';
      end if;
    end if;
    return next;
  end loop;
end
$function$;

comment on function audit._plan_rollback(audit.table_group_mark) is
  'What a rollback to a mark means for each table of the group. Leaves behind a temporary table for each in which rows are different.';

revoke all on function audit._plan_rollback(audit.table_group_mark) from public;
