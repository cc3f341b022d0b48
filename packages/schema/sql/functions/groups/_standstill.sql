create or replace function audit._standstill(group_id int)
returns table (
  begin_with text,
  end_with   text
)
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_standstill.sql
-- The application's triggers and rules have had their effect, which is in the log. Those of PostgreSQL's foreign keys
-- and ours go on.
#variable_conflict use_column
begin
  return query
  with parts as (
    select t.relid from audit._group_tables(group_id) as t
    union all
    select d from audit._group_tables(group_id) as t cross join lateral audit._descendants(t.relid) as d
  ),
  switches as (
    select p.relid, format('disable trigger %I', g.tgname) as switch_off,
      format('enable %strigger %I', case g.tgenabled when 'A' then 'always ' when 'R' then 'replica ' else '' end, g.tgname) as switch_on
    from parts as p
    join pg_trigger as g on g.tgrelid = p.relid
    join pg_proc as f on f.oid = g.tgfoid
    where not g.tgisinternal and g.tgenabled <> 'D' and f.pronamespace <> 'audit'::regnamespace
    union all
    select p.relid, format('disable rule %I', r.rulename),
      format('enable %srule %I', case r.ev_enabled when 'A' then 'always ' when 'R' then 'replica ' else '' end, r.rulename)
    from parts as p
    join pg_rewrite as r on r.ev_class = p.relid
    where r.ev_enabled <> 'D' and r.ev_type <> '1'
  )
  select
    format('alter table only %s %s', s.relid, string_agg(s.switch_off, ', ')),
    format('alter table only %s %s', s.relid, string_agg(s.switch_on, ', '))
  from switches as s
  group by s.relid
  union all
  select
    format('alter table %s alter constraint %I deferrable initially deferred', k.child_table, k.name),
    format('alter table %s alter constraint %I %s', k.child_table, k.name, case when k.can_defer then 'deferrable initially immediate' else 'not deferrable' end)
  from audit._group_foreign_keys(group_id) as k
  where k.child_in and k.parent_in and not k.is_deferred;
end
$function$;

comment on function audit._standstill(int) is
  'The statements that keep the application''s triggers and rules off the tables of a group and have the foreign keys between them checked at the end, and those that set all of it back.';

revoke all on function audit._standstill(int) from public;
