create or replace function audit.drop_group(group_name text) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set jit = off
as $function$
-- Source: packages/schema/sql/functions/groups/drop_group.sql
declare
  group_id constant int := audit._group_id(drop_group.group_name);
begin
  perform audit._refuse_protected(group_id, null);
  delete from audit.table_group as g where g.id = group_id;
end
$function$;

comment on function audit.drop_group(text) is
  'Forgets a group and its marks. Its tables and their log tables stay as they are. Errors: UA050, UA056 where one of its marks is protected. Example: select audit.drop_group(''shop'').';

revoke all on function audit.drop_group(text) from public;
