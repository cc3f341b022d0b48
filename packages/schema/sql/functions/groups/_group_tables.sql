create or replace function audit._group_tables(group_id int)
returns table (
  member_id    int,
  tracked_id   int,
  relid        regclass,
  log_table    regclass,
  masked       text[],
  assigned_gid bigint
)
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_group_tables.sql
-- Of those that have been untracked, or whose row_log was switched off, nothing is left to mark.
#variable_conflict use_column
begin
  return query
  select m.id, t.id, t.relid, audit._current_row_log(t.id), t.masked, m.assigned_gid
  from audit.table_group_member as m
  join audit.tracked_table as t on t.id = m.tracked_id
  join pg_class as c on c.oid = t.relid
  where m.group_id = _group_tables.group_id and m.removed_gid is null
    and audit._current_row_log(t.id) is not null
  -- One order for all who lock them.
  order by t.relid::oid;
end
$function$;

comment on function audit._group_tables(int) is 'The tables that are in a group now, each with its log table, in the order in which they are locked.';

revoke all on function audit._group_tables(int) from public;
