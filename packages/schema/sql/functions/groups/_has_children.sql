create or replace function audit._has_children(relation regclass) returns boolean
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_has_children.sql
begin
  return exists (
    select from pg_inherits as i join pg_class as c on c.oid = i.inhparent
    where i.inhparent = relation and c.relkind <> 'p'
  );
end
$function$;

comment on function audit._has_children(regclass) is 'Whether other tables inherit from a table, partitions aside.';

revoke all on function audit._has_children(regclass) from public;
