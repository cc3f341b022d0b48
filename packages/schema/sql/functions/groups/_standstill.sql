create or replace function audit._standstill(group_id int, touched regclass[])
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
    select t as relid from unnest(touched) as t
    union all
    select d from unnest(touched) as t cross join lateral audit._descendants(t) as d
  ),
  switches as (
    select p.relid, 'only ' as scope, format('disable trigger %I', g.tgname) as switch_off,
      format('enable %strigger %I', case g.tgenabled when 'A' then 'always ' when 'R' then 'replica ' else '' end, g.tgname) as switch_on
    from parts as p
    join pg_trigger as g on g.tgrelid = p.relid
    join pg_proc as f on f.oid = g.tgfoid
    where not g.tgisinternal and g.tgenabled <> 'D' and f.pronamespace <> 'audit'::regnamespace
    union all
    select p.relid, 'only ', format('disable rule %I', r.rulename),
      format('enable %srule %I', case r.ev_enabled when 'A' then 'always ' when 'R' then 'replica ' else '' end, r.rulename)
    from parts as p
    join pg_rewrite as r on r.ev_class = p.relid
    where r.ev_enabled <> 'D' and r.ev_type <> '1'
    union all
    -- Of a partitioned table every partition has a copy.
    select k.child_table, case c.relkind when 'p' then '' else 'only ' end,
      format('alter constraint %I deferrable initially deferred', k.name),
      format('alter constraint %I %s', k.name, case when k.can_defer then 'deferrable initially immediate' else 'not deferrable' end)
    from audit._group_foreign_keys(group_id) as k join pg_class as c on c.oid = k.child_table
    where k.child_in and k.parent_in and not k.is_deferred and (k.child = any (touched) or k.parent = any (touched))
  )
  select
    format('alter table %s%s %s', s.scope, s.relid, string_agg(s.switch_off, ', ')),
    format('alter table %s%s %s', s.scope, s.relid, string_agg(s.switch_on, ', '))
  from switches as s
  group by s.relid, s.scope;
end
$function$;

comment on function audit._standstill(int, regclass[]) is
  'The statements that keep the application''s triggers and rules off some tables of a group and have the foreign keys between them and the others checked at the end, and those that set all of it back.';

revoke all on function audit._standstill(int, regclass[]) from public;
