create or replace function audit._check_export_target(
  target          regclass,
  out schema_name text,
  out table_name  text
)
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/exports/_check_export_target.sql
begin
  select n.nspname, c.relname into schema_name, table_name
  from pg_class as c
  join pg_namespace as n on n.oid = c.relnamespace
  where c.oid = target;
  if not found then
    raise exception using
      errcode = 'UA020',
      message = case when target is null then 'no table was named' else format('there is no table %s any more', target) end,
      hint = 'Name the table whose changes to export, for example audit.export_csv(''shop.users'').';
  end if;
  if not exists (select from audit.tracked_table as t where t.relid = target)
    and not exists (
      select from audit.data_op_log as l
      where l.table_name = _check_export_target.table_name and l.schema_name = _check_export_target.schema_name
    )
  then
    raise exception using
      errcode = 'UA020',
      message = format('%s is not tracked and has no history', target),
      hint = format('Record its changes from now on: select audit.track(%L). A partition''s changes stand under its root.', target::text);
  end if;
end
$function$;

comment on function audit._check_export_target(regclass) is
  'The names of a table that has a history, or may get one. Error: UA020.';

revoke all on function audit._check_export_target(regclass) from public;
