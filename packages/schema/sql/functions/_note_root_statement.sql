create or replace function audit._note_root_statement() returns trigger
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_note_root_statement.sql
-- A table of our own holds the note, where a setting would be the caller's to forge.
declare
  call_stack text;
begin
  get diagnostics call_stack = pg_context;
  insert into audit.root_statement as s (transaction_id, depth, caller, tracked_id)
  values (pg_current_xact_id()::text::bigint, pg_trigger_depth(), audit._caller(call_stack), tg_argv[0]::int)
  on conflict (transaction_id, depth, caller, tracked_id) do update set pending = s.pending + 1;
  return null;
end
$function$;

comment on function audit._note_root_statement() is
  'Trigger function: notes that a statement on a partitioned root has begun, so that the row triggers of its partitions stand aside.';

revoke all on function audit._note_root_statement() from public;
