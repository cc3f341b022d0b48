create or replace function audit._inexact(tracked_id int, mark audit.table_group_mark, marked audit.mark_table)
returns table (
  code    text,
  message text,
  hint    text
)
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_inexact.sql
#variable_conflict use_variable
declare
  tracked   audit.tracked_table;
  log_table constant regclass := audit._current_row_log(tracked_id);
begin
  select t.* into strict tracked from audit.tracked_table as t where t.id = tracked_id;
  if log_table <> marked.log_table then
    code := 'UA061';
    message := format('the log table of %s was rebuilt after mark %L', tracked.relid, mark.name);
    hint := 'What happened until then is in the old log table. Take a later mark.';
  elsif marked.shape <> audit._column_shape(tracked.relid)
    or exists (select from audit._row_columns(tracked.relid) as c where c.log_column is null and not c.generated and c.name <> all (tracked.masked))
  then
    code := 'UA060';
    message := format('the columns of %s have changed since mark %L', tracked.relid, mark.name);
    hint := format('They were (%s) and are (%s). Change them back, or take a later mark.', marked.shape, audit._column_shape(tracked.relid));
  elsif audit._has_children(tracked.relid) then
    code := 'UA060';
    message := format('%s has got inheritance children since mark %L', tracked.relid, mark.name);
    hint := 'Their own columns are in no log. Take them off with ALTER TABLE … NO INHERIT.';
  elsif not marked.partitions <@ array(select audit._descendants(tracked.relid)) then
    code := 'UA060';
    message := format('%s has lost partitions since mark %L', tracked.relid, mark.name);
    hint := 'What was in them is in no log. Attach them again, or take a later mark.';
  elsif (tracked.masked <> '{}' or marked.masked <> '{}') and audit._has_records(log_table, mark.gid) then
    code := 'UA062';
    message := format('%s has masked columns, whose values no log has', tracked.relid);
    hint := 'It can''t be brought back exactly. Without it, after audit.unassign and a new mark, the other tables can.';
  else
    return;
  end if;
  return next;
end
$function$;

comment on function audit._inexact(int, audit.table_group_mark, audit.mark_table) is
  'Why the log does not tell exactly what a table was at a mark, with a SQLSTATE and what to do; nothing where it does.';

revoke all on function audit._inexact(int, audit.table_group_mark, audit.mark_table) from public;
