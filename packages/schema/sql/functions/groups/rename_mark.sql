create or replace function audit.rename_mark(group_name text, mark text, new_name text) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set jit = off
as $function$
-- Source: packages/schema/sql/functions/groups/rename_mark.sql
declare
  renamed constant audit.table_group_mark := audit._group_mark(audit._group_id(rename_mark.group_name), rename_mark.mark);
begin
  if coalesce(rename_mark.new_name, '') = '' then
    raise exception using
      errcode = 'UA055',
      message = 'a mark needs a name',
      hint = 'Leave it as it is, or delete it with audit.delete_mark.';
  elsif exists (
    select from audit.table_group_mark as m where m.group_id = renamed.group_id and m.name = new_name and m.id <> renamed.id
  ) then
    raise exception using
      errcode = 'UA055',
      message = format('the group has a mark %L already', rename_mark.new_name),
      hint = 'Choose another name.';
  end if;
  update audit.table_group_mark as m set name = rename_mark.new_name where m.id = renamed.id;
end
$function$;

comment on function audit.rename_mark(text, text, text) is
  'Gives a mark another name. Errors: UA050, UA054, UA055. Example: select audit.rename_mark(''shop'', ''before'', ''before the import'').';

revoke all on function audit.rename_mark(text, text, text) from public;
