create or replace function audit._on_ddl() returns event_trigger
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
set standard_conforming_strings = on
set jit = off
as $function$
-- Source: packages/schema/sql/functions/_on_ddl.sql
-- Runs at the end of every ALTER TABLE, CREATE TABLE and the like in the database, in the same transaction. Most
-- of them concern no tracked table: the query below finds that out from the catalogs alone. Compiling that query
-- would take a hundred times as long as running it.
declare
  tracked        record;
  -- Of a table, or of the composite type that a typed table follows.
  column_renamed constant boolean := exists (
    select from pg_event_trigger_ddl_commands() as d where d.classid = 'pg_class'::regclass and d.objsubid <> 0
  );
begin
  -- Tells the install that event triggers fire here: not every server runs them.
  perform set_config('audit.ddl_seen', 'yes', true);
  for tracked in
    with recursive changed (relid) as (
      select d.objid from pg_event_trigger_ddl_commands() as d where d.classid = 'pg_class'::regclass
      union
      select c.oid
      from pg_event_trigger_ddl_commands() as d join pg_class as c on c.relnamespace = d.objid
      where d.classid = 'pg_namespace'::regclass
      union
      -- Columns of a table's row type: the shape has the name of their type.
      select p.objid
      from pg_event_trigger_ddl_commands() as d
      join pg_type as r on r.typrelid = d.objid
      join pg_depend as p on p.refclassid = 'pg_type'::regclass and p.refobjid in (r.oid, r.typarray)
      where d.classid = 'pg_class'::regclass and p.classid = 'pg_class'::regclass
      union
      -- What changes a partition or a child concerns its root, and most of what changes a root its children.
      select case c.relid when i.inhrelid then i.inhparent else i.inhrelid end
      from changed as c join pg_inherits as i on c.relid in (i.inhrelid, i.inhparent)
    )
    select t.id, t.relid
    from audit.tracked_table as t
    join pg_class as c on c.oid = t.relid
    where t.relid in (select d.relid from changed as d)
      -- A table that has just left its root is named itself, not the root.
      or t.id in (select audit._trigger_owners(d.relid) from changed as d)
      -- These name no table, whatever becomes of columns of the type, the collation or a type of the schema, or of the
      -- extension's tables.
      or tg_tag in ('ALTER TYPE', 'ALTER DOMAIN', 'ALTER EXTENSION', 'ALTER SCHEMA', 'ALTER COLLATION')
        and t.shape is distinct from audit._shape(t.relid)
    order by t.id
  loop
    perform audit._refuse_foreign_part(tracked.relid);
    perform audit._sync_table(tracked.id, column_renamed);
  end loop;
  -- Somebody has altered a log table itself.
  perform audit._build_capture(r.tracked_id)
  from audit.row_log as r
  where r.tracked_id is not null and not r.following
    and r.log_table in (select d.objid from pg_event_trigger_ddl_commands() as d where d.classid = 'pg_class'::regclass)
  order by r.tracked_id;
  -- ENABLE TRIGGER ALL, with which pg_restore --disable-triggers ends, leaves out the replica role.
  perform audit._protect_log_table(g.tgrelid)
  from pg_trigger as g
  where g.tgrelid in (select d.objid from pg_event_trigger_ddl_commands() as d where d.classid = 'pg_class'::regclass)
    and g.tgfoid = 'audit._refuse_log_change()'::regprocedure and g.tgenabled = 'O';
end
$function$;

comment on function audit._on_ddl() is
  'Event trigger function: keeps the capture of tracked tables in step with ALTER TABLE, CREATE TABLE (partitions, children) and other commands that change tables, in the transaction of the command.';

revoke all on function audit._on_ddl() from public;
