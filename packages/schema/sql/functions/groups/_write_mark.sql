create or replace function audit._write_mark(group_id int, name text, note text, at timestamptz) returns bigint
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_write_mark.sql
-- Whoever calls it has locked the tables: no transaction that has written to them is under way.
declare
  new_id   bigint;
  sequence regclass;
begin
  if coalesce(_write_mark.name, '') = '' then
    raise exception using
      errcode = 'UA055',
      message = 'a mark needs a name',
      hint = 'Leave the name out to have it named after the time.';
  end if;
  insert into audit.table_group_mark as m (group_id, name, gid, marked_at, transaction_id, snapshot, note)
  values (
    _write_mark.group_id, _write_mark.name, audit._last_gid(), _write_mark.at,
    pg_current_xact_id()::text::bigint, pg_current_snapshot()::text, _write_mark.note
  )
  on conflict do nothing
  returning m.id into new_id;
  if new_id is null then
    raise exception using
      errcode = 'UA055',
      message = format('the group has a mark %L already', _write_mark.name),
      hint = 'Choose another name; a % in it stands for the time.';
  end if;

  insert into audit.mark_table (mark_id, member_id, log_table, shape, partitions, masked, inserted, updated, deleted)
  select new_id, t.member_id, t.log_table, audit._column_shape(t.relid), parts.list, t.masked, counts.inserted, counts.updated, counts.deleted
  from audit._group_tables(_write_mark.group_id) as t
  cross join lateral (select array(select d from audit._descendants(t.relid) as d order by d::oid)) as parts (list)
  cross join lateral audit._row_counts(t.relid) as counts;

  for sequence in
    select s from audit._group_tables(_write_mark.group_id) as t cross join lateral audit._owned_sequences(t.relid) as s
  loop
    execute format(
      'insert into audit.mark_sequence (mark_id, sequence, last_value, is_called) select $1, $2, s.last_value, s.is_called from %s as s', sequence
    ) using new_id, sequence;
  end loop;
  return new_id;
end
$function$;

comment on function audit._write_mark(int, text, text, timestamptz) is
  'Writes down a mark of a group whose tables are locked, with the shape of each table and the state of its sequences. Error: UA055.';

revoke all on function audit._write_mark(int, text, text, timestamptz) from public;
