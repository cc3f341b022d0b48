create or replace function audit._wanted_triggers(tracked_id int, target regclass)
returns table (
  name       text,
  function   oid,
  definition text
)
language sql
stable
set search_path = pg_catalog, pg_temp
as $function$
  -- Source: packages/schema/sql/functions/_wanted_triggers.sql
  -- Where no event trigger tells of a new partition, row triggers record what is written straight into one: those
  -- PostgreSQL copies to every partition, now and later. They stand aside where the partition has statement triggers,
  -- and while a statement on the root runs, which the root's own triggers record. Their names have the table's number,
  -- because a partitioned table that is tracked on its own may become a partition of this one.
  with table_facts as (
    select
      t.id,
      t.touch,
      audit._follows_ddl() as follows_ddl,
      exists (select from audit.row_log as r where r.tracked_id = t.id) as row_log,
      c.relkind = 'p' as partitioned,
      target = t.relid as is_root,
      exists (select from audit._descendants(t.relid)) as has_descendants,
      quote_literal(t.id::text) as argument
    from audit.tracked_table as t join pg_class as c on c.oid = t.relid
    where t.id = tracked_id
  )
  select
    w.name,
    to_regprocedure(w.function || '()')::oid,
    format('create or replace trigger %I %s execute function %s(%s)', w.name, format(w.event, target), w.function, w.argument)
  from table_facts as t
  cross join lateral (
    select 'audit_' || e.operation, e.event,
      case
        when t.follows_ddl then format('audit.%I', audit._capture_name(t.id, e.operation))
        when audit._checks_shape(t.id) then format('audit.%I', audit._capture_name(t.id, 'checked_' || e.operation))
        else 'audit._capture_agnostic'
      end,
      case when t.follows_ddl then '' else t.argument end,
      true
    from (values
      ('insert', 'after insert on %s referencing new table as new_rows for each statement'),
      ('update', 'after update on %s referencing old table as old_rows new table as new_rows for each statement'),
      ('delete', 'after delete on %s referencing old table as old_rows for each statement')
    ) as e (operation, event)
    union all
    select 'audit_truncate', 'after truncate on %s for each statement', 'audit._capture_truncate', t.argument, true
    union all
    -- TRUNCATE of a root fires the triggers of every partition too; this tells those that the root was named.
    select 'audit_before_truncate', 'before truncate on %s for each statement', 'audit._note_truncate', t.argument, t.has_descendants
    union all
    select 'audit_truncated_rows', 'before truncate on %s for each statement', 'audit._capture_truncated_rows', t.argument, t.row_log
    union all
    select 'audit_before_root', 'before insert or update or delete on %s for each statement', 'audit._note_root_statement', t.argument,
      t.partitioned and t.is_root and not t.follows_ddl
    union all
    select format('audit_partition_%s_%s', e.operation, t.id),
      format('after %s on %%s for each row', e.operation),
      'audit._capture_agnostic_row', t.argument,
      t.partitioned and t.is_root and not t.follows_ddl
    from (values ('insert'), ('update'), ('delete')) as e (operation)
    union all
    -- The last of the BEFORE triggers with ordinary names. On a partitioned table PostgreSQL copies it by itself.
    select 'zz_audit_touch', 'before insert or update on %s for each row', format('audit.%I', audit._capture_name(t.id, 'touch')), '',
      t.touch and (t.is_root or not t.partitioned)
  ) as w (name, event, function, argument, wanted)
  where w.wanted;
$function$;

comment on function audit._wanted_triggers(int, regclass) is
  'The triggers that a tracked table, or a partition or child of it, has to have, each with its CREATE TRIGGER statement.';

revoke all on function audit._wanted_triggers(int, regclass) from public;
