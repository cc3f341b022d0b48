create or replace function audit.unprotect_mark(group_name text, mark text) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set jit = off
as $function$
-- Source: packages/schema/sql/functions/groups/unprotect_mark.sql
begin
  update audit.table_group_mark as m set protected = false
  where m.id = (audit._group_mark(audit._group_id(unprotect_mark.group_name), unprotect_mark.mark)).id;
end
$function$;

comment on function audit.unprotect_mark(text, text) is
  'Lets a mark be deleted and rollbacks go behind it again. Errors: UA050, UA054. Example: select audit.unprotect_mark(''shop'', ''release 12'').';

revoke all on function audit.unprotect_mark(text, text) from public;
