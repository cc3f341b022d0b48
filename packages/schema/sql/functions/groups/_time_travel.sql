create or replace function audit._time_travel(target regtype) returns int
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_time_travel.sql
declare
  tracked_id int;
begin
  select t.id into tracked_id
  from audit.tracked_table as t
  join pg_type as y on y.typrelid = t.relid
  where y.oid = target and audit._current_row_log(t.id) is not null;
  if tracked_id is null then
    raise exception using
      errcode = 'UA066',
      message = format('%s is not the row type of a table that is tracked with row_log', coalesce(target::text, 'null')),
      hint = 'Name the table by a null of its type: select * from audit.table_at(null::shop.orders, ''a mark'').';
  end if;
  return tracked_id;
end
$function$;

comment on function audit._time_travel(regtype) is 'The declaration of the table that has a row type. Error: UA066 where it has no log table.';

revoke all on function audit._time_travel(regtype) from public;
