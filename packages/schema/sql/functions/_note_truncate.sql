create or replace function audit._note_truncate() returns trigger
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_note_truncate.sql
-- All BEFORE triggers of a TRUNCATE fire before its first AFTER trigger. A table of our own holds the notes, where a
-- setting would be the caller's to forge.
begin
  insert into audit.truncation as t (transaction_id, depth, pending)
  values (pg_current_xact_id()::text::bigint, pg_trigger_depth(), array[tg_relid])
  on conflict (transaction_id, depth) do update
  set
    pending = case when t.truncating then t.pending || excluded.pending else excluded.pending end,
    recorded = case when t.truncating then t.recorded else '{}' end,
    truncating = true;
  return null;
end
$function$;

comment on function audit._note_truncate() is
  'Trigger function: notes which tables one TRUNCATE statement empties, so that it is recorded once.';

revoke all on function audit._note_truncate() from public;
