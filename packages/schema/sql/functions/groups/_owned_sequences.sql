create or replace function audit._owned_sequences(relation regclass) returns setof regclass
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_owned_sequences.sql
-- A sequence that a default merely mentions may serve tables outside of the group too.
begin
  return query
  select distinct d.objid::regclass
  from pg_depend as d
  join pg_class as s on s.oid = d.objid and s.relkind = 'S'
  where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass
    and d.refobjid = relation and d.deptype in ('a', 'i');
end
$function$;

comment on function audit._owned_sequences(regclass) is 'The sequences that belong to columns of a table: of serial and identity columns, and those with OWNED BY.';

revoke all on function audit._owned_sequences(regclass) from public;
