create or replace function audit._row_log_type(type oid, modifier int, collated oid) returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/row_log/_row_log_type.sql
-- Not a domain itself: its constraints would refuse the nulls of a masked column and of a TRUNCATE's event, and a new
-- constraint would be checked against history.
declare
  base pg_type;
begin
  select t.* into strict base from pg_type as t where t.oid = type;
  while base.typtype = 'd' loop
    modifier := case when modifier = -1 then base.typtypmod else modifier end;
    select t.* into strict base from pg_type as t where t.oid = base.typbasetype;
  end loop;
  return concat(
    format_type(base.oid, modifier),
    (
      select format(' collate %I.%I', n.nspname, c.collname)
      from pg_collation as c join pg_namespace as n on n.oid = c.collnamespace
      where c.oid = collated and collated <> base.typcollation
    )
  );
end
$function$;

comment on function audit._row_log_type(oid, int, oid) is
  'The type, with its collation where that is not the type''s own, that a log table gives to a column: a domain''s is the type below it.';

revoke all on function audit._row_log_type(oid, int, oid) from public;
