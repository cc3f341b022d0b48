create or replace function audit.assign(target regclass, group_name text) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set jit = off
as $function$
-- Source: packages/schema/sql/functions/groups/assign.sql
declare
  new_group  constant int := audit._group_id(assign.group_name);
  assigned   int;
  other      text;
begin
  select t.id into assigned from audit.tracked_table as t where t.relid = assign.target;
  if assigned is null or audit._current_row_log(assigned) is null then
    raise exception using
      errcode = 'UA052',
      message = format('%s has no typed log table', coalesce(assign.target::text, 'null')),
      hint = format('Declare it first: select audit.track(%L, row_log => true).', coalesce(assign.target::text, 'shop.orders'));
  elsif audit._has_children(assign.target) then
    raise exception using
      errcode = 'UA052',
      message = format('%s has inheritance children, whose own columns its log table does not have', assign.target),
      hint = 'Assign tables that nothing inherits from. Partitions are no obstacle.';
  end if;

  -- One that was untracked in the meantime is in no group any more.
  perform pg_advisory_xact_lock(hashtextextended('audit.assign ' || assigned, 0));
  select g.name into other
  from audit.table_group_member as m join audit.table_group as g on g.id = m.group_id
  where m.tracked_id = assigned and m.removed_gid is null;
  if found then
    raise exception using
      errcode = 'UA053',
      message = format('%s is in group %I', assign.target, other),
      hint = format('A table is in one group at a time: select audit.unassign(%L) first.', assign.target);
  end if;
  insert into audit.table_group_member (group_id, tracked_id, relid, assigned_gid)
  values (new_group, assigned, assign.target, audit._last_gid());
end
$function$;

comment on function audit.assign(regclass, text) is
  'Puts a table into a group. It has to be tracked with row_log => true, and can be in one group at a time. Rollback and table_at reach back to the first mark after that. Errors: UA050, UA052, UA053. Example: select audit.assign(''shop.orders'', ''shop'').';

revoke all on function audit.assign(regclass, text) from public;
