create or replace function audit._capture_agnostic() returns trigger
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
set standard_conforming_strings = on
set jit = off
set enable_nestloop = off
set timezone = 'UTC'
set datestyle = 'ISO, MDY'
set intervalstyle = 'postgres'
set bytea_output = 'hex'
set extra_float_digits = 1
set quote_all_identifiers = off
set lc_monetary = 'C'
as $function$
-- Source: packages/schema/sql/functions/_capture_agnostic.sql
-- The capture of partitioned tables where no event trigger can tell of ALTER TABLE: it writes the same statements as
-- audit.track writes into a table's own functions, but each time anew, for the columns as they are at that moment.
declare
  tracked_id constant int := tg_argv[0]::int;
  context    audit.capture_context;
  updates    record;
  operation  text    := lower(tg_op);
  row_log    text;
  bare       boolean := false;
  root       oid;
  call_stack text;
begin
  select t.relid into root from audit.tracked_table as t where t.id = tg_argv[0]::int;
  if not found then
    return null;
  end if;
  perform audit._try_note_renames(tracked_id);
  -- The row triggers of this statement have fired by now: whatever comes is another one.
  get diagnostics call_stack = pg_context;
  update audit.root_statement as s
  set pending = s.pending - 1
  where tg_relid = root and s.transaction_id = pg_current_xact_id()::text::bigint and s.depth = pg_trigger_depth()
    and s.caller = audit._caller(call_stack) and s.tracked_id = tg_argv[0]::int;
  -- Deeper ones have ended. A foreign key's action leaves its note: its AFTER triggers run where its cause's do.
  delete from audit.root_statement as s
  where s.transaction_id = pg_current_xact_id()::text::bigint
    and (s.depth = pg_trigger_depth() and s.pending <= 0 or s.depth > pg_trigger_depth() and s.tracked_id = tg_argv[0]::int);
  context := audit._read_context(tracked_id);
  perform audit._follow_row_log(tracked_id);
  case tg_op
    when 'INSERT' then
      execute audit._log_insert(tracked_id, 'I', 'new_rows as n', '($1)') using context;
    when 'DELETE' then
      execute audit._log_insert(tracked_id, 'D', 'old_rows as o', '($1)') using context;
    else
      updates := audit._update_statements(tracked_id, '($1)');
      if updates.unpaired is null or (select count(*) from old_rows) = (select count(*) from new_rows) then
        execute updates.paired using context;
      else
        execute updates.unpaired using context;
        operation := 'update unpaired';
      end if;
  end case;
  row_log := audit._row_log_statements(tracked_id, operation);
  while row_log <> '' loop
    begin
      execute row_log;
      row_log := '';
    exception
      when lock_not_available or deadlock_detected or serialization_failure then
        raise;
      when others then
        perform audit._warn_of_row_log(tg_relid, sqlerrm);
        -- Once more, with nulls in the log table's further columns.
        row_log := case when bare then '' else audit._row_log_statements(tracked_id, operation, bare => true) end;
        bare := true;
    end;
  end loop;
  return null;
end
$function$;

comment on function audit._capture_agnostic() is
  'Trigger function: records an INSERT, UPDATE or DELETE whatever the table''s columns are at the moment. Its argument is the table''s id in audit.tracked_table.';

revoke all on function audit._capture_agnostic() from public;
