create or replace function audit._sequence_script(group_id int, first_mark bigint, last_mark bigint) returns setof text
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_sequence_script.sql
declare
  item       record;
  last_value bigint;
  is_called  boolean;
begin
  for item in
    select s.sequence, b.last_value as old_value, b.is_called as old_called, e.last_value, e.is_called
    from (
      select o as sequence from audit._group_tables(group_id) as t cross join lateral audit._owned_sequences(t.relid) as o
    ) as s
    left join audit.mark_sequence as b on b.mark_id = first_mark and b.sequence = s.sequence
    left join audit.mark_sequence as e on e.mark_id = last_mark and e.sequence = s.sequence
    where last_mark is null or e.sequence is not null
    order by s.sequence::oid
  loop
    last_value := item.last_value;
    is_called := item.is_called;
    if last_mark is null then
      execute format('select s.last_value, s.is_called from %s as s', item.sequence) into last_value, is_called;
    end if;
    if (last_value, is_called) is distinct from (item.old_value, item.old_called) then
      return next format('select pg_catalog.setval(%L, %s, %s);', item.sequence, last_value, is_called::text);
    end if;
  end loop;
end
$function$;

comment on function audit._sequence_script(int, bigint, bigint) is
  'The statements that set the sequences of a group''s columns as they were at the later of two marks, or are now, where that differs.';

revoke all on function audit._sequence_script(int, bigint, bigint) from public;
