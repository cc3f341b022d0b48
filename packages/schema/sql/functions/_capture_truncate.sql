create or replace function audit._capture_truncate() returns trigger
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
set standard_conforming_strings = on
as $function$
-- Source: packages/schema/sql/functions/_capture_truncate.sql
-- One function for all tables, with look-ups: a TRUNCATE is a single event, and its record needs no column.
declare
  tracked  audit.tracked_table;
  recorded int[];
  context  audit.capture_context;
  row_log  text;
  bare     boolean := false;
begin
  select t.* into tracked from audit.tracked_table as t where t.id = tg_argv[0]::int;
  if not found then
    return null;
  end if;

  -- One statement fires this for a root and each of its partitions: the first records it, under the root's name.
  update audit.truncation as t
  set truncating = false, pending = array_remove(t.pending, tg_relid), recorded = t.recorded || tracked.id
  from audit.truncation as before
  where t.transaction_id = pg_current_xact_id()::text::bigint and t.depth = pg_trigger_depth()
    and before.transaction_id = t.transaction_id and before.depth = t.depth
    and tg_relid = any (t.pending)
  returning before.recorded into recorded;
  delete from audit.truncation as t
  where t.transaction_id = pg_current_xact_id()::text::bigint and t.depth = pg_trigger_depth() and t.pending = '{}';
  if tracked.id = any (recorded) then
    return null;
  end if;

  perform audit._try_note_renames(tracked.id);
  context := audit._read_context(tracked.id);
  insert into audit.data_op_log (
    schema_name, table_name, relid, action, statement_only,
    op_type, op_note, revision_id, op_meta,
    session_user_name, role_name, application_name,
    action_tstamp_tx, action_tstamp_stm, action_tstamp_clk, transaction_id, statement_id,
    client_addr, client_port, client_query
  )
  select
    n.nspname, c.relname, context.relid, 'T', true,
    context.op_type, context.op_note, context.revision_id, context.op_meta,
    context.session_user_name, context.role_name, context.application_name,
    now(), statement_timestamp(), context.captured_at, context.transaction_id, context.statement_id,
    context.client_addr, context.client_port, context.client_query
  from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
  where c.oid = context.relid;
  row_log := audit._row_log_statements(tracked.id, 'truncate');
  while row_log <> '' loop
    begin
      execute row_log;
      row_log := '';
    exception
      when lock_not_available or deadlock_detected or serialization_failure then
        raise;
      when others then
        perform audit._warn_of_row_log(tg_relid, sqlerrm);
        row_log := case when bare then '' else audit._row_log_statements(tracked.id, 'truncate', bare => true) end;
        bare := true;
    end;
  end loop;
  return null;
end
$function$;

comment on function audit._capture_truncate() is
  'Trigger function: records a TRUNCATE of a tracked table, or of one of its partitions, as one record. Its argument is the table''s id in audit.tracked_table.';

revoke all on function audit._capture_truncate() from public;
