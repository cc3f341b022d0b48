create or replace function audit._set_sequences(mark audit.table_group_mark) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_set_sequences.sql
declare
  item    record;
  differs boolean;
begin
  for item in
    select s.*
    from audit.mark_sequence as s
    where s.mark_id = mark.id and s.sequence in (
      select o from audit._group_tables(mark.group_id) as t cross join lateral audit._owned_sequences(t.relid) as o
    )
    order by s.sequence::oid
  loop
    execute format('select (s.last_value, s.is_called) is distinct from ($1, $2) from %s as s', item.sequence)
    into differs using item.last_value, item.is_called;
    continue when not differs;
    -- setval alone would stay where the transaction does not: what RESTART makes anew goes with it.
    execute format('alter sequence %s restart', item.sequence);
    perform setval(item.sequence, item.last_value, item.is_called);
  end loop;
end
$function$;

comment on function audit._set_sequences(audit.table_group_mark) is
  'Sets the sequences of a group''s columns to where they stood at a mark, as part of the transaction.';

revoke all on function audit._set_sequences(audit.table_group_mark) from public;
