create or replace function audit.delete_mark(group_name text, mark text) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set jit = off
as $function$
-- Source: packages/schema/sql/functions/groups/delete_mark.sql
declare
  deleted constant audit.table_group_mark := audit._group_mark(audit._group_id(delete_mark.group_name), delete_mark.mark);
begin
  if deleted.protected then
    raise exception using
      errcode = 'UA056',
      message = format('mark %L is protected', deleted.name),
      hint = 'Call audit.unprotect_mark first, where it is not needed any more.';
  end if;
  delete from audit.table_group_mark as m where m.id = deleted.id;
end
$function$;

comment on function audit.delete_mark(text, text) is
  'Forgets a mark. The log records stay. Errors: UA050, UA054, UA056 where it is protected. Example: select audit.delete_mark(''shop'', ''before the import'').';

revoke all on function audit.delete_mark(text, text) from public;
