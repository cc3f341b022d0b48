create or replace function audit._relid_expression(tracked_id int) returns text
language sql
stable
set search_path = pg_catalog, pg_temp
as $function$
  -- Source: packages/schema/sql/functions/_relid_expression.sql
  select case
    -- On a partition or a child, tg_relid is not the table under whose name its rows are recorded.
    when exists (select from audit._descendants(t.relid)) then format(
      'coalesce((select c.oid from pg_class as c join pg_namespace as n on n.oid = c.relnamespace where n.nspname = %L and c.relname = %L), tg_relid)',
      n.nspname, c.relname
    )
    else 'tg_relid'
  end
  from audit.tracked_table as t
  join pg_class as c on c.oid = t.relid
  join pg_namespace as n on n.oid = c.relnamespace
  where t.id = tracked_id;
$function$;

comment on function audit._relid_expression(int) is
  'Expression, within a capture function, for the OID of the table under whose name it records.';

revoke all on function audit._relid_expression(int) from public;
