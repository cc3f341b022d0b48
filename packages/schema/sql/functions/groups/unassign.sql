create or replace function audit.unassign(target regclass) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set jit = off
as $function$
-- Source: packages/schema/sql/functions/groups/unassign.sql
begin
  update audit.table_group_member as m set removed_at = now(), removed_gid = audit._last_gid()
  where m.relid = unassign.target and m.removed_gid is null;
  if not found then
    raise exception using
      errcode = 'UA053',
      message = format('%s is in no group', coalesce(unassign.target::text, 'null')),
      hint = 'select * from audit.groups shows which tables are.';
  end if;
end
$function$;

comment on function audit.unassign(regclass) is
  'Takes a table out of its group. Marks from before stay, but the group can''t be rolled back to them any more. Error: UA053. Example: select audit.unassign(''shop.orders'').';

revoke all on function audit.unassign(regclass) from public;
