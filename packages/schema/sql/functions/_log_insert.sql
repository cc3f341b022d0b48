create or replace function audit._log_insert(tracked_id int, action text, source text, context text) returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_log_insert.sql
declare
  tracked   audit.tracked_table;
  -- What the log says of a row: the old row of a delete, else the new one.
  row_alias constant text := case action when 'D' then 'o' else 'n' end;
  modified  record;
  changes   record;
  query     constant text := audit._query_expression(tracked_id);
  head      text;
begin
  select t.* into strict tracked from audit.tracked_table as t where t.id = tracked_id;
  modified := audit._row_modified(tracked_id, row_alias);

  select format($sql$  select
    %L, %L$sql$, n.nspname, c.relname)
  into strict head
  from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
  where c.oid = tracked.relid;

  head := head || format(
    $sql$, %s, %L, false,
    %s,
    %s,
    now(), statement_timestamp(), %s,
    %s,
    %s$sql$,
    coalesce(context || '.relid', audit._relid_expression(tracked_id)),
    action,
    audit._context_fields('{op_type,op_note,revision_id,op_meta}', context),
    audit._context_fields('{session_user_name,role_name,application_name}', context),
    audit._context_fields('{captured_at,transaction_id,statement_id}', context),
    audit._context_fields('{client_addr,client_port}', context),
    case
      when query is null then 'null'
      -- The only record of its statement is its first.
      when context is null then query
      else format(
        'case when %1$s.long_query then audit._query_text(%1$s.client_query, %1$s.statement_id) else %1$s.client_query end',
        context
      )
    end
  );

  if action <> 'U' then
    return format($sql$
  insert into audit.data_op_log (
    schema_name, table_name, relid, action, statement_only,
    op_type, op_note, revision_id, op_meta,
    session_user_name, role_name, application_name,
    action_tstamp_tx, action_tstamp_stm, action_tstamp_clk, transaction_id, statement_id,
    client_addr, client_port, client_query,
    data_id, modified_at, modified_by, raw_data
  )
%s,
    %s,
    %s,
    %s,
    %s
  from %s;$sql$,
      head, audit._row_key(tracked_id, row_alias), modified.modified_at, modified.modified_by,
      audit._row_json(tracked_id, row_alias), source
    );
  end if;

  changes := audit._row_changes(tracked_id, brief => context is null);
  return format($sql$
  insert into audit.data_op_log (
    schema_name, table_name, relid, action, statement_only,
    op_type, op_note, revision_id, op_meta,
    session_user_name, role_name, application_name,
    action_tstamp_tx, action_tstamp_stm, action_tstamp_clk, transaction_id, statement_id,
    client_addr, client_port, client_query,
    data_id, modified_at, modified_by, diff, json_diff
  )
%s,
    changed.data_id, changed.modified_at, changed.modified_by,
    case when changed.normal_changes <> '' then ('{"diffType": "normal"' || changed.normal_changes || '}')::jsonb end,
    case when changed.json_changes <> '' then ('{' || substr(changed.json_changes, 3) || '}')::jsonb end
  from (
    select
      %s as data_id,
      %s as modified_at,
      %s as modified_by,
      %s as normal_changes,
      %s as json_changes
    from %s
    offset 0 -- computes each expression once, not once for each use
  ) as changed
  where changed.normal_changes <> '' or changed.json_changes <> '';$sql$,
    head, audit._row_key(tracked_id, row_alias), modified.modified_at, modified.modified_by,
    changes.normal_changes, changes.json_changes, source
  );
end
$function$;

comment on function audit._log_insert(int, text, text, text) is
  'The INSERT into audit.data_op_log that records an action (I, U or D) from source, a FROM item that offers the old row as o and the new row as n. context is the expression for the audit.capture_context, or the block of variables of the same names; without one (null) the statement reads the context by itself, for one record only.';

revoke all on function audit._log_insert(int, text, text, text) from public;
