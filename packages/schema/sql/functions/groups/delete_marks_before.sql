create or replace function audit.delete_marks_before(group_name text, mark text) returns int
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set jit = off
as $function$
-- Source: packages/schema/sql/functions/groups/delete_marks_before.sql
declare
  kept    constant audit.table_group_mark := audit._group_mark(audit._group_id(delete_marks_before.group_name), delete_marks_before.mark);
  deleted int;
begin
  perform audit._refuse_protected(kept.group_id, kept.id);
  delete from audit.table_group_mark as m where m.group_id = kept.group_id and (m.gid, m.id) < (kept.gid, kept.id);
  get diagnostics deleted = row_count;
  return deleted;
end
$function$;

comment on function audit.delete_marks_before(text, text) is
  'Forgets all marks of a group before one, and returns how many. The log records stay. Errors: UA050, UA054, UA056 where one is protected. Example: select audit.delete_marks_before(''shop'', ''release 12'').';

revoke all on function audit.delete_marks_before(text, text) from public;
