create or replace function audit._note_root_statement() returns trigger
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_note_root_statement.sql
-- The rows of the statement are written one trigger level further out than this trigger runs.
begin
  perform set_config('audit.root_' || tg_argv[0], (pg_trigger_depth() - 1)::text, true);
  return null;
end
$function$;

comment on function audit._note_root_statement() is
  'Trigger function: notes that a statement on a partitioned root has begun, so that the row triggers of its partitions stand aside.';

revoke all on function audit._note_root_statement() from public;
