create or replace function audit._refuse_time_travel(tracked_id int, mark audit.table_group_mark) returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_refuse_time_travel.sql
declare
  marked  audit.mark_table;
  refused record;
begin
  select t.* into marked
  from audit.mark_table as t join audit.table_group_member as m on m.id = t.member_id
  where t.mark_id = mark.id and m.tracked_id = _refuse_time_travel.tracked_id;
  if not found then
    raise exception using
      errcode = 'UA059',
      message = format('the table came into the group after mark %L', mark.name),
      hint = 'Take a later mark, or a time: audit.table_at(…, timestamptz ''2026-05-01 12:00+00'').';
  end if;
  for refused in select r.* from audit._inexact(tracked_id, mark, marked) as r loop
    perform audit._refuse(refused.code, refused.message, refused.hint);
  end loop;
end
$function$;

comment on function audit._refuse_time_travel(int, audit.table_group_mark) is
  'Refuses to say what a table was at a mark where its log does not tell exactly. Errors: UA059 to UA062.';

revoke all on function audit._refuse_time_travel(int, audit.table_group_mark) from public;
