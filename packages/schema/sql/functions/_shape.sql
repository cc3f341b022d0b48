create or replace function audit._shape(relation regclass) returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
set quote_all_identifiers = off
as $function$
-- Source: packages/schema/sql/functions/_shape.sql
-- Names instead of oids, so that a restored database has the shape it was dumped with.
begin
  return md5(concat_ws(
    ' ',
    format('%I.%I', n.nspname, c.relname),
    c.relkind,
    exists (select from pg_inherits as i where i.inhparent = c.oid)::text,
    (
      select string_agg(
        format(
          '%I %s %s %s %s',
          a.attname, format_type(a.atttypid, a.atttypmod), a.attcollation::regcollation, a.attgenerated, a.attnotnull
        ),
        ', ' order by a.attnum
      )
      from pg_attribute as a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    )
  ))
  from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
  where c.oid = relation;
end
$function$;

comment on function audit._shape(regclass) is
  'Fingerprint of all that the capture functions of a table are written for: its name, kind and columns.';

revoke all on function audit._shape(regclass) from public;
