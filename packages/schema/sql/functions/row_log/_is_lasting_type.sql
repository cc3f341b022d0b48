create or replace function audit._is_lasting_type(type oid) returns boolean
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/row_log/_is_lasting_type.sql
begin
  return (
    select t.oid < 16384
      or t.typelem <> 0 and t.typsubscript = 'array_subscript_handler'::regproc and audit._is_lasting_type(t.typelem)
      or exists (
        select from pg_depend as d where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e'
      )
    from pg_type as t
    where t.oid = _is_lasting_type.type
  );
end
$function$;

comment on function audit._is_lasting_type(oid) is
  'Whether a type is PostgreSQL''s or an extension''s: nobody else has made its casts, and no migration of the application drops it.';

revoke all on function audit._is_lasting_type(oid) from public;
