create or replace function audit._matches(entry audit.data_op_log, filter jsonb) returns boolean
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/readers/_matches.sql
-- The same conditions as packages/client/src/log/predicates.ts.
declare
  field constant text := filter ->> 'changed_field';
begin
  return filter = '{}' or (
    coalesce(entry.schema_name = filter ->> 'schema_name', not filter ? 'schema_name')
    and coalesce(entry.table_name = filter ->> 'table_name', not filter ? 'table_name')
    and (not filter ? 'data_id' or coalesce(entry.data_id = filter ->> 'data_id', false))
    and coalesce((filter -> 'actions') ? entry.action, true)
    and (
      field is null
      -- The reserved name stands in a diff with one more ∆.
      or coalesce(entry.diff ? case when field ~ '^∆*diffType$' then '∆' || field else field end, false)
      or coalesce(entry.json_diff ? field, false)
    )
    and (not filter ? 'op_type' or coalesce(entry.op_type = filter ->> 'op_type', false))
    and (not filter ? 'revision_id' or coalesce(entry.revision_id = filter ->> 'revision_id', false))
    and (not filter ? 'transaction_id' or coalesce(entry.transaction_id = (filter ->> 'transaction_id')::bigint, false))
    and (not filter ? 'actor' or coalesce(coalesce(entry.op_meta ->> 'actor', entry.modified_by, entry.role_name) = filter ->> 'actor', false))
    and (not filter ? 'since' or entry.action_tstamp_tx >= (filter ->> 'since')::timestamptz)
    and (not filter ? 'until' or entry.action_tstamp_tx < (filter ->> 'until')::timestamptz)
  );
end
$function$;

comment on function audit._matches(audit.data_op_log, jsonb) is
  'Whether a record passes a reader''s filter.';

revoke all on function audit._matches(audit.data_op_log, jsonb) from public;
