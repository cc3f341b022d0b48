create or replace function audit._sync_table(tracked_id int, column_renamed boolean default false) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set jit = off
as $function$
-- Source: packages/schema/sql/functions/_sync_table.sql
declare
  tracked audit.tracked_table;
begin
  select t.* into tracked from audit.tracked_table as t where t.id = tracked_id;
  if tracked.shape is distinct from audit._shape(tracked.relid) then
    -- Only here, because it takes a lock: sessions that change two partitions of one root in other ways need not wait
    -- for each other.
    perform audit._build_capture(tracked_id, column_renamed);
  end if;
  perform audit._attach_triggers(tracked_id, leave_disabled => true);
  if tracked.masked <> '{}' then
    perform audit._renew_query_checks();
  end if;
end
$function$;

comment on function audit._sync_table(int, boolean) is
  'Brings the capture of a tracked table in step with the table as it is now: its name, columns, partitions and children. column_renamed: whether the command renamed a column.';

revoke all on function audit._sync_table(int, boolean) from public;
