create or replace function audit._tracking_problems(tracked_id int) returns text[]
language sql
stable
set search_path = pg_catalog, pg_temp
set jit = off
as $function$
  -- Source: packages/schema/sql/functions/_tracking_problems.sql
  select coalesce(array_agg(problem.text), '{}')
  from audit.tracked_table as t
  cross join lateral (
    select format('the table with OID %s is gone; its declaration can be dropped with audit.untrack(%s)', t.relid::oid, t.relid::oid)
    where not exists (select from pg_class as c where c.oid = t.relid)
    union all
    select 'its shape has changed since the capture was written; call audit.track again'
    where t.shape is distinct from audit._shape(t.relid) and exists (select from pg_class as c where c.oid = t.relid)
    union all
    select format('column %I, which %s names, is gone; call audit.track again with other options', w.name, w.option)
    from (
      select 'key', unnest(t.key)
      union all select 'only_columns', unnest(t.only_columns)
      union all select 'ignored', unnest(t.ignored)
      union all select 'masked', unnest(t.masked)
      union all select 'json_columns', jsonb_object_keys(t.json_columns)
    ) as w (option, name)
    where exists (select from pg_class as c where c.oid = t.relid)
      and not exists (
        select from pg_attribute as a
        where a.attrelid = t.relid and a.attname = w.name and not a.attisdropped
      )
    union all
    select format('trigger %s is missing or disabled on %s; call audit.track again', wanted.name, target.relid)
    from (select t.relid union all select d from audit._captured_descendants(t.relid) as d) as target (relid)
    cross join lateral audit._wanted_triggers(t.id, target.relid) as wanted
    where exists (select from pg_class as c where c.oid = target.relid)
      and not exists (
        select from pg_trigger as g
        where g.tgrelid = target.relid and g.tgname = wanted.name and g.tgfoid = wanted.function and g.tgenabled in ('O', 'A')
      )
  ) as problem (text)
  where t.id = tracked_id;
$function$;

comment on function audit._tracking_problems(int) is
  'What is out of step between a declaration and the database as it is, each with what to do; empty where nothing is.';

revoke all on function audit._tracking_problems(int) from public;
