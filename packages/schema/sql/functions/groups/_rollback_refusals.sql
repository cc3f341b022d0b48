create or replace function audit._rollback_refusals(mark audit.table_group_mark)
returns table (
  relid   regclass,
  code    text,
  message text,
  hint    text
)
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_rollback_refusals.sql
#variable_conflict use_column
begin
  return query
  select null::regclass, 'UA058', format('mark %L, which comes after %L, is protected', m.name, mark.name),
    'Call audit.unprotect_mark first, or roll back to a later mark.'
  from audit.table_group_mark as m
  where m.group_id = mark.group_id and m.protected and (m.gid, m.id) > (mark.gid, mark.id)
  order by m.gid, m.id;

  return query
  select m.relid, 'UA059',
    case when m.removed_gid is not null
      then format('%s has left the group since mark %L', m.relid, mark.name)
      else format('%s is no longer tracked with row_log', m.relid)
    end,
    'What it was at the mark is not known any more. Roll back to a mark from when the group had the tables that it has now.'
  from audit.mark_table as t join audit.table_group_member as m on m.id = t.member_id
  where t.mark_id = mark.id and m.id not in (select g.member_id from audit._group_tables(mark.group_id) as g);

  return query
  select g.relid, 'UA059', format('%s came into the group after mark %L', g.relid, mark.name),
    'Roll back to a later mark, or take it out of the group with audit.unassign.'
  from audit._group_tables(mark.group_id) as g
  where not exists (select from audit.mark_table as t where t.mark_id = mark.id and t.member_id = g.member_id);

  return query
  select g.relid, r.code, r.message, r.hint
  from audit._group_tables(mark.group_id) as g
  join audit.mark_table as t on t.mark_id = mark.id and t.member_id = g.member_id
  cross join lateral audit._inexact(g.tracked_id, mark, t) as r;
end
$function$;

comment on function audit._rollback_refusals(audit.table_group_mark) is
  'Why a group can''t be rolled back to a mark exactly, each with a SQLSTATE and what to do; nothing where it can. relid is null where it is not for one table.';

revoke all on function audit._rollback_refusals(audit.table_group_mark) from public;
