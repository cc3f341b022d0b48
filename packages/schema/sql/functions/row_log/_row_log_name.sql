create or replace function audit._row_log_name(schema_name text, table_name text) returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/row_log/_row_log_name.sql
-- a_b.c and a.b_c would share a name, and so would two long ones that begin alike: whoever comes second, and whatever
-- is too long, is told apart by a fingerprint of its whole name.
declare
  name constant text := format('%s_%s_log', schema_name, table_name);
begin
  if octet_length(name) <= 63 and not exists (
    select from pg_class as c
    where c.relnamespace = to_regnamespace('audit_log') and c.relname = name
      and not exists (
        select from audit.row_log as r
        where r.log_table = c.oid
          and (r.until is not null or (r.schema_name, r.table_name) = (_row_log_name.schema_name, _row_log_name.table_name))
      )
  ) then
    return name;
  end if;
  -- Cut between characters, not within one.
  return format(
    '%s_%s_log',
    (
      select coalesce(max(left(n.full_name, n.length)), '')
      from (
        select f.full_name, l.length
        from (select format('%s_%s', schema_name, table_name)) as f (full_name)
        cross join generate_series(1, 50) as l (length)
        where octet_length(left(f.full_name, l.length)) <= 50
        order by l.length desc
        limit 1
      ) as n
    ),
    left(md5(format('%I.%I', schema_name, table_name)), 8)
  );
end
$function$;

comment on function audit._row_log_name(text, text) is
  'What the log table of a table is to be called in the schema audit_log: <schema>_<table>_log, or with a fingerprint where that is too long or taken.';

revoke all on function audit._row_log_name(text, text) from public;
