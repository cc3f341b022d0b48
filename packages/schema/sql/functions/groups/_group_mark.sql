create or replace function audit._group_mark(group_id int, mark text) returns audit.table_group_mark
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_group_mark.sql
declare
  found_mark audit.table_group_mark;
begin
  select m.* into found_mark
  from audit.table_group_mark as m
  where m.group_id = _group_mark.group_id and m.name = _group_mark.mark;
  if not found then
    raise exception using
      errcode = 'UA054',
      message = format(
        'group %I has no mark %s',
        (select g.name from audit.table_group as g where g.id = _group_mark.group_id),
        coalesce(quote_literal(_group_mark.mark), 'null')
      ),
      hint = format(
        'select mark_name from audit.mark where group_name = %L shows the marks that it has.',
        (select g.name from audit.table_group as g where g.id = _group_mark.group_id)
      );
  end if;
  return found_mark;
end
$function$;

comment on function audit._group_mark(int, text) is 'A mark of a group. Error: UA054 where there is none of this name.';

revoke all on function audit._group_mark(int, text) from public;
