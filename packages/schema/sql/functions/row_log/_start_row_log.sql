create or replace function audit._start_row_log(tracked_id int) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/row_log/_start_row_log.sql
declare
  tracked       audit.tracked_table;
  named         record;
  name          text;
  log_table     regclass;
  columns       text[];
  definitions   text[];
  clash         text;
  clause        constant text   := (select nullif(p.param_value_text, '') from audit.param as p where p.param_key = 'alter_log_table');
  technical     constant text[] := audit._row_log_technical();
begin
  -- Two sessions could want one name, and one log schema.
  perform pg_advisory_xact_lock(hashtextextended('audit.row_log', 0));
  if exists (
    select from audit.row_log as r join pg_class as c on c.oid = r.log_table where r.tracked_id = _start_row_log.tracked_id
  ) then
    return;
  end if;
  -- One that somebody has dropped.
  perform audit._stop_row_log(tracked_id);
  select t.* into strict tracked from audit.tracked_table as t where t.id = tracked_id;
  select n.nspname::text as schema_name, c.relname::text as table_name into strict named
  from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
  where c.oid = tracked.relid;
  select
    coalesce(array_agg(a.attname::text order by a.attnum), '{}'),
    coalesce(array_agg(format('%I %s', a.attname, audit._row_log_type(a.atttypid, a.atttypmod, a.attcollation)) order by a.attnum), '{}'),
    min(a.attname::text) filter (where a.attname::text = any (technical))
  into columns, definitions, clash
  from pg_attribute as a
  -- What is computed when it is read is no part of the row.
  where a.attrelid = tracked.relid and a.attnum > 0 and not a.attisdropped and a.attgenerated <> 'v';
  if clash is not null then
    raise exception using
      errcode = 'UA040',
      message = format('%s has a column %I, which is a log table''s own', tracked.relid, clash),
      hint = format('Rename it, or track the table without row_log. A log table''s own columns are %s.', array_to_string(technical, ', '));
  end if;

  perform audit._make_log_schema();
  name := audit._row_log_name(named.schema_name, named.table_name);
  perform audit._set_aside_log_table(name);
  execute format(
    'create table audit_log.%I (%s, primary key (emaj_gid, emaj_tuple))',
    name,
    array_to_string(
      definitions || '{emaj_verb text not null,emaj_tuple text not null,emaj_gid bigint not null,emaj_changed timestamptz not null,emaj_txid bigint not null,emaj_user text not null}',
      ', '
    )
  );
  log_table := format('audit_log.%I', name)::regclass;
  execute format('revoke all on %s from public', log_table);
  perform audit._comment_log_table(log_table, tracked.relid);
  if clause is not null then
    begin
      execute format('alter table %s %s', log_table, clause);
    exception when others then
      raise exception using
        errcode = 'UA043',
        message = format('alter_log_table can''t be applied to the log table of %s: %s', tracked.relid, sqlerrm),
        hint = 'Change or delete alter_log_table in audit.param, or track the table without row_log.';
    end;
  end if;
  perform audit._protect_log_table(log_table);
  insert into audit.row_log as r (tracked_id, relid, schema_name, table_name, log_table, columns, log_columns, extra_columns, alter_log_table, shape)
  values (
    _start_row_log.tracked_id, tracked.relid, named.schema_name, named.table_name, log_table, columns, columns,
    array(
      select a.attname::text from pg_attribute as a
      where a.attrelid = log_table and a.attnum > 0 and not a.attisdropped and a.attname <> all (columns || technical)
      order by a.attnum
    ),
    clause, audit._shape(tracked.relid)
  );
end
$function$;

comment on function audit._start_row_log(int) is
  'Makes the log table of a tracked table, in the schema audit_log; one of its name that is written no more gets a suffix. Errors: UA040 where the table has a column of a log table''s own names, UA041; UA043 where alter_log_table can''t be applied to it.';

revoke all on function audit._start_row_log(int) from public;
