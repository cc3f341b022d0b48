create or replace function audit._context_field(field text) returns text
language plpgsql
immutable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_context_field.sql
begin
  return case field
    when 'captured_at' then 'clock_timestamp()'
    -- The same number as pg_current_xact_id, without the way through text to bigint.
    when 'transaction_id' then 'txid_current()'
    when 'statement_id' then 'nextval(''audit.statement_id_seq'')'
    when 'session_user_name' then 'session_user'
    when 'role_name' then 'coalesce(nullif(current_setting(''role''), ''none''), session_user)'
    when 'application_name' then 'current_setting(''application_name'')'
    when 'client_addr' then 'inet_client_addr()'
    when 'client_port' then 'inet_client_port()'
    when 'op_type' then 'nullif(current_setting(''audit.op_type'', true), '''')'
    when 'op_note' then 'nullif(current_setting(''audit.op_note'', true), '''')'
    when 'revision_id' then 'nullif(current_setting(''audit.revision_id'', true), '''')'
    when 'op_meta' then
      'case when current_setting(''audit.op_meta'', true) <> '''' then audit._op_meta(current_setting(''audit.op_meta'', true)) end'
  end;
end
$function$;

comment on function audit._context_field(text) is
  'SQL expression that computes a field of the context (audit.capture_context).';

revoke all on function audit._context_field(text) from public;
