create or replace function audit.protect_mark(group_name text, mark text) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set jit = off
as $function$
-- Source: packages/schema/sql/functions/groups/protect_mark.sql
begin
  update audit.table_group_mark as m set protected = true
  where m.id = (audit._group_mark(audit._group_id(protect_mark.group_name), protect_mark.mark)).id;
end
$function$;

comment on function audit.protect_mark(text, text) is
  'Protects a mark: it can''t be deleted, and no rollback may go behind it. Errors: UA050, UA054. Example: select audit.protect_mark(''shop'', ''release 12'').';

revoke all on function audit.protect_mark(text, text) from public;
