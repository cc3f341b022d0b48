create or replace function audit.set_context(
  op_type     text  default null,
  op_note     text  default null,
  revision_id text  default null,
  meta        jsonb default null
) returns void
language sql
volatile
set search_path = pg_catalog, pg_temp
as $function$
  -- Source: packages/schema/sql/functions/set_context.sql
  -- Transaction-local settings: no catalog writes, and nothing left over for the next client of a pooled session.
  select
    set_config('audit.op_type',     coalesce(set_context.op_type, ''),     true),
    set_config('audit.op_note',     coalesce(set_context.op_note, ''),     true),
    set_config('audit.revision_id', coalesce(set_context.revision_id, ''), true),
    set_config('audit.op_meta',     coalesce(set_context.meta::text, ''),  true);
$function$;

comment on function audit.set_context(text, text, text, jsonb) is
  'Says who and why for the rest of the current transaction: set_context(op_type, op_note, revision_id, meta). Replaces what an earlier call said; what is null is not set. A role without the right to call it sets audit.op_type, audit.op_note, audit.revision_id and audit.op_meta with set_config(name, value, true) instead, which needs no right.';

revoke all on function audit.set_context(text, text, text, jsonb) from public;
