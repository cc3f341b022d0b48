create or replace function audit._read_context(tracked_id int) returns audit.capture_context
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_read_context.sql
declare
  tracked   audit.tracked_table;
  context   audit.capture_context;
  temp_meta record;
begin
  select t.* into strict tracked from audit.tracked_table as t where t.id = tracked_id;
  temp_meta := audit._temp_op_meta();
  context.relid := tracked.relid;
  context.captured_at := clock_timestamp();
  context.transaction_id := pg_current_xact_id()::text::bigint;
  context.statement_id := nextval('audit.statement_id_seq');
  context.session_user_name := session_user;
  context.role_name := case current_setting('role') when 'none' then session_user else current_setting('role') end;
  context.application_name := current_setting('application_name');
  context.client_addr := inet_client_addr();
  context.client_port := inet_client_port();
  if tracked.log_query and tracked.masked = '{}' and audit._may_record_query(current_query()) then
    context.client_query := current_query();
  end if;
  context.long_query := octet_length(context.client_query) > 1024;
  context.op_type := coalesce(nullif(current_setting('audit.op_type', true), ''), temp_meta.op_type);
  context.op_note := coalesce(nullif(current_setting('audit.op_note', true), ''), temp_meta.op_note);
  context.revision_id := coalesce(nullif(current_setting('audit.revision_id', true), ''), temp_meta.revision_id);
  context.op_meta := audit._op_meta(nullif(current_setting('audit.op_meta', true), ''));
  if pg_sequence_last_value('audit.followed_until') > date_part('epoch', now()) then
    perform audit._wake();
  end if;
  return context;
end
$function$;

comment on function audit._read_context(int) is
  'Who, when and why of the present statement on a tracked table, with a statement number of its own.';

revoke all on function audit._read_context(int) from public;
