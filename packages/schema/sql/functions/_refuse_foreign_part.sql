create or replace function audit._refuse_foreign_part(target regclass) returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_refuse_foreign_part.sql
declare
  part regclass;
begin
  select d.relid into part
  from audit._descendants(target) as d (relid) join pg_class as c on c.oid = d.relid
  where c.relkind = 'f'
  limit 1;
  if found then
    raise exception using
      errcode = 'UA013',
      message = format('%s has a foreign table, %s, among its partitions or children', target, part),
      hint = 'PostgreSQL has no transition tables for rows that live elsewhere, and would refuse the writes. Leave it out, or track the local partitions one by one.';
  end if;
end
$function$;

comment on function audit._refuse_foreign_part(regclass) is
  'Refuses a tracked table with a foreign table among its partitions or children: error UA013.';

revoke all on function audit._refuse_foreign_part(regclass) from public;
