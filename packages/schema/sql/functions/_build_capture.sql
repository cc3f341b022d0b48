create or replace function audit._build_capture(tracked_id int, column_renamed boolean default false) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_build_capture.sql
declare
  tracked   audit.tracked_table;
  operation text;
  statement text;
begin
  -- Two sessions that write the same function at once would fail: one after the other.
  perform pg_advisory_xact_lock(hashtextextended('audit.sync ' || tracked_id, 0));
  perform audit._follow_renames(tracked_id, column_renamed);
  perform audit._sync_row_log(tracked_id);
  select t.* into strict tracked from audit.tracked_table as t where t.id = tracked_id;
  -- The captures pin a setting of plv8's, which a session knows only once plv8 is loaded.
  if audit._json_engine() = 'plv8' then
    perform audit._plv8_start();
  end if;
  foreach operation in array '{insert,update,delete,checked_insert,checked_update,checked_delete,touch}'::text[] loop
    statement := case operation
      when 'touch' then audit._touch_function(tracked_id)
      else audit._capture_definition(tracked_id, operation)
    end;
    continue when statement is null;
    execute statement;
    execute format('revoke all on function audit.%I() from public', audit._capture_name(tracked_id, operation));
    execute format(
      'comment on function audit.%I() is %L',
      audit._capture_name(tracked_id, operation),
      case operation
        when 'touch' then format('Sets %s on every insert and update of %s.', tracked.modified_at, tracked.relid)
        else format('Records each %s on %s in audit.data_op_log.', upper(replace(operation, 'checked_', '')), tracked.relid)
      end
    );
  end loop;
  update audit.tracked_table as t set shape = audit._shape(t.relid) where t.id = tracked_id;
end
$function$;

comment on function audit._build_capture(int, boolean) is
  'Writes the capture functions of a tracked table anew, for its columns as they are now. column_renamed: whether the command at hand renamed a column.';

revoke all on function audit._build_capture(int, boolean) from public;
