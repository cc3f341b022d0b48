create or replace function audit._tracking_problems(tracked_id int) returns text[]
language sql
stable
set search_path = pg_catalog, pg_temp
set standard_conforming_strings = on
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
    -- A schema-agnostic capture is written for no shape.
    where t.shape is distinct from audit._shape(t.relid) and audit._follows_ddl()
      and exists (select from pg_class as c where c.oid = t.relid)
    union all
    select case w.option
      when 'key' then format('column %I of the key is gone, so that data_id lacks it; call audit.track again with another key', w.name)
      else format('column %I, which %s names, is gone; call audit.track again with other options', w.name, w.option)
    end
    from (
      select 'key', unnest(t.key)
      union all select 'only_columns', unnest(t.only_columns)
      union all select 'ignored', unnest(t.ignored)
      union all select 'masked', unnest(t.masked)
      union all select 'json_columns', jsonb_object_keys(t.json_columns)
      -- Their defaults are names that a table need not have.
      union all select 'modified_at', t.modified_at where t.modified_at <> 'modified_at' or t.touch
      union all select 'modified_by', t.modified_by where t.modified_by <> 'modified_by'
    ) as w (option, name)
    where exists (select from pg_class as c where c.oid = t.relid)
      and not exists (
        select from audit._declared_columns(t.id) as d where d.declared = w.name
      )
    union all
    select format('column %I, which touch sets, is a %s now; call audit.track again with other options', a.attname, format_type(a.atttypid, a.atttypmod))
    from pg_attribute as a
    where t.touch and a.attrelid = t.relid and a.attname = t.modified_at and not a.attisdropped
      and audit._base_type(a.atttypid) <> all ('{timestamptz,timestamp,date}'::regtype[]::oid[])
    union all
    select 'it was tracked where event triggers follow schema changes, and they are missing; run audit-cli install, or call audit.track again'
    -- A dump of schemas has no event triggers. The captures notice by themselves what happens without.
    where not audit._follows_ddl() and t.numbered = t.relid::oid and exists (
      select from pg_trigger as g join pg_proc as p on p.oid = g.tgfoid
      where g.tgrelid = t.relid and g.tgname = 'audit_insert' and p.proname = audit._capture_name(t.id, 'insert')
    )
    union all
    select format('trigger %s is missing or disabled on %s; call audit.track again', wanted.name, target.relid)
    from (select t.relid union all select d from audit._captured_descendants(t.relid) as d) as target (relid)
    cross join lateral audit._wanted_triggers(t.id, target.relid) as wanted
    where exists (select from pg_class as c where c.oid = target.relid)
      -- What only a schema-agnostic capture has.
      and not (
        wanted.name ~ '^audit_(before_root|partition_)' and t.numbered <> t.relid::oid and exists (
          select from pg_trigger as g join pg_proc as p on p.oid = g.tgfoid
          where g.tgrelid = t.relid and g.tgname = 'audit_insert' and p.proname = audit._capture_name(t.id, 'insert')
        )
      )
      and not exists (
        select from audit._triggers_of(t.id) as g
        where g.tgrelid = target.relid and g.tgname = wanted.name and g.tgenabled in ('O', 'A')
          and (
            g.tgfoid = wanted.function
            -- Said above.
            or not audit._follows_ddl() and g.tgfoid = to_regprocedure(format('audit.%I()', audit._capture_name(t.id, substr(wanted.name, 7))))
          )
      )
    union all
    select distinct format('%s is no part of it any more, but is recorded under its name; call audit.track again', g.tgrelid::regclass)
    from audit._triggers_of(t.id) as g
    where g.tgparentid = 0 and g.tgrelid <> t.relid
      and g.tgrelid not in (select audit._captured_descendants(t.relid))
    union all
    select * from audit._row_log_problems(t.id)
  ) as problem (text)
  where t.id = tracked_id;
$function$;

comment on function audit._tracking_problems(int) is
  'What is out of step between a declaration and the database as it is, each with what to do; empty where nothing is.';

revoke all on function audit._tracking_problems(int) from public;
