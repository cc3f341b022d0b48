create or replace function audit._note_root_statement() returns trigger
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_note_root_statement.sql
-- A table of our own holds the note, where a setting would be the caller's to forge.
begin
  insert into audit.root_statement (transaction_id, depth, tracked_id)
  values (pg_current_xact_id()::text::bigint, pg_trigger_depth(), tg_argv[0]::int)
  on conflict do nothing;
  return null;
end
$function$;

comment on function audit._note_root_statement() is
  'Trigger function: notes that a statement on a partitioned root has begun, so that the row triggers of its partitions stand aside.';

revoke all on function audit._note_root_statement() from public;
