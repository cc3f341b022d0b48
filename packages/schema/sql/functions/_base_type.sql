create or replace function audit._base_type(type oid) returns oid
language sql
stable
set search_path = pg_catalog, pg_temp
as $function$
  -- Source: packages/schema/sql/functions/_base_type.sql
  with recursive chain (oid, typtype, typbasetype) as (
    select t.oid, t.typtype, t.typbasetype from pg_type as t where t.oid = _base_type.type
    union all
    select t.oid, t.typtype, t.typbasetype
    from chain as c join pg_type as t on t.oid = c.typbasetype
    where c.typtype = 'd'
  )
  select c.oid from chain as c where c.typtype <> 'd';
$function$;

comment on function audit._base_type(oid) is
  'The type under a domain, through any number of domains; a type that is no domain itself.';

revoke all on function audit._base_type(oid) from public;
