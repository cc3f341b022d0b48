create or replace function audit._is_trusted_type(type oid) returns boolean
language sql
stable
set search_path = pg_catalog, pg_temp
as $function$
  -- Source: packages/schema/sql/functions/_is_trusted_type.sql
  -- to_jsonb calls a type's own cast to json, and whoever owns a type can make one: it would run with the rights of
  -- the log's owner. A type of an extension belongs to whoever may install extensions.
  select case
    when t.oid < 16384 then true
    when t.typtype = 'd' then audit._is_trusted_type(t.typbasetype)
    when t.typtype = 'c' then not exists (
      select from pg_attribute as a
      where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped and not audit._is_trusted_type(a.atttypid)
    )
    when t.typelem <> 0 and t.typsubscript = 'array_subscript_handler'::regproc then audit._is_trusted_type(t.typelem)
    else not exists (select from pg_cast as c where c.castsource = t.oid and c.casttarget = 'json'::regtype)
      or exists (
        select from pg_depend as d
        where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e'
      )
  end
  from pg_type as t
  where t.oid = _is_trusted_type.type;
$function$;

comment on function audit._is_trusted_type(oid) is
  'Whether turning a value of a type into jsonb runs no code of whoever owns the type.';

revoke all on function audit._is_trusted_type(oid) from public;
