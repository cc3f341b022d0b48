create or replace function audit._capture_function(
  tracked_id int,
  operation  text,
  one_row    text,
  body       text,
  row_log    text,
  checked    boolean
) returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_capture_function.sql
-- Two ways to the log. A statement of one row pays above all for what has to be set up, so its record is one INSERT with
-- nothing around it. For any other the context is read once into the variables of a labelled block, so that context.…
-- can never be taken for a column of the application's. See docs/adr/0007-cheap-capture.md.
--
-- Where no event trigger tells of a new shape (checked), the function looks for itself each time: PL/pgSQL reads the
-- statements that are written for the old one only when it comes to them. Where event triggers do tell, a change may
-- still be missed: _has_changed is a constant to the planner, in a plan that lasts until the table changes.
-- `unset` is what keeps the planner from computing all of that expression away, and the table's OID with it.
declare
  tracked audit.tracked_table;
  query   constant text := audit._query_expression(tracked_id);
  rows    constant text := case operation when 'insert' then 'new_rows' else 'old_rows' end;
  -- The typed log table may change, or be gone, as well.
  log_shape constant text := coalesce(quote_literal(audit._row_log_shape(tracked_id)), 'null');
begin
  select t.* into strict tracked from audit.tracked_table as t where t.id = tracked_id;
  return format(
    E'create or replace function audit.%I() returns trigger\nlanguage plpgsql\nsecurity definer\n%s\nas %L',
    audit._capture_name(tracked_id, case when checked then 'checked_' else '' end || operation),
    audit._capture_settings(tracked_id, checked),
    format($body$
-- Records what %s does to %s. Written by audit.track: do not edit, call audit.track again.
-- Source: packages/schema/sql/functions/_capture_function.sql
declare
  more_rows boolean;
%sbegin
%s  -- Most sessions have no temporary table at all, which is the quickest to find out.
  if pg_my_temp_schema() = 0 or to_regclass('pg_temp.temp_op_meta') is null then%s
    if not found then
      select %s into more_rows;
    end if;
  else
    select exists (select from %s) into more_rows;
  end if;

  -- Nothing to record takes no transaction id.
  if more_rows then
<<context>>
declare
  relid             constant oid         := %s;
  captured_at       constant timestamptz := %s;
  transaction_id    constant bigint      := %s;
  statement_id      constant bigint      := %s;
  session_user_name constant text        := %s;
  role_name         constant text        := %s;
  application_name  constant text        := %s;
  client_addr       constant inet        := %s;
  client_port       constant int         := %s;
%s  op_type           text                 := %s;
  op_note           text                 := %s;
  revision_id       text                 := %s;
  op_meta           constant jsonb       := %s;
begin
  if to_regclass('pg_temp.temp_op_meta') is not null then
    select coalesce(context.op_type, t.op_type), coalesce(context.op_note, t.op_note), coalesce(context.revision_id, t.revision_id)
    into op_type, op_note, revision_id
    from audit._temp_op_meta() as t;
  end if;
%s
end;
  end if;
%s
  if pg_sequence_last_value('audit.followed_until') > date_part('epoch', now()) then
    perform audit._wake();
  end if;
  return null;
end
$body$,
      upper(operation),
      -- A line break in a name would end the comment.
      regexp_replace(tracked.relid::text, '[\n\r]', ' ', 'g'),
      case when checked then E'  in_shape  boolean;\n' else E'  unset     oid;\n' end,
      case
        when checked then format(
          $sql$  select audit._shape(t.relid) = %L%s into in_shape from audit.tracked_table as t where t.id = %s;
  if not found then
    return null;
  elsif not in_shape then%s
    return null;
  end if;

$sql$,
          audit._shape(tracked.relid),
          case when row_log <> '' then format(' and audit._row_log_shape(%s) is not distinct from %s', tracked_id, log_shape) end,
          tracked_id, audit._changed_body(tracked_id, operation)
        )
        else format(
          $sql$  if (case when coalesce(unset, audit._watched_table(%s)) is null then true else audit._has_changed(%1$s, %s) end) then%s
    return null;
  end if;

$sql$,
          tracked_id,
          log_shape,
          audit._changed_body(tracked_id, operation)
        )
      end,
      one_row,
      case
        -- An update of a partitioned table can lose the new version of a row (_update_statements).
        when operation = 'update' and exists (select from pg_class as c where c.oid = tracked.relid and c.relkind = 'p')
        then 'exists (select from old_rows offset 1) or exists (select from old_rows) and not exists (select from new_rows)'
        else format('exists (select from %s offset 1)', rows)
      end,
      rows,
      audit._relid_expression(tracked_id),
      audit._context_field('captured_at'),
      audit._context_field('transaction_id'),
      audit._context_field('statement_id'),
      audit._context_field('session_user_name'),
      audit._context_field('role_name'),
      audit._context_field('application_name'),
      audit._context_field('client_addr'),
      audit._context_field('client_port'),
      case
        when query is null then ''
        else format(
          E'  client_query      constant text        := %s;\n  long_query        constant boolean     := octet_length(client_query) > 1024;\n',
          query
        )
      end,
      audit._context_field('op_type'),
      audit._context_field('op_note'),
      audit._context_field('revision_id'),
      audit._context_field('op_meta'),
      body,
      row_log
    )
  );
end
$function$;

comment on function audit._capture_function(int, text, text, text, text, boolean) is
  'The CREATE FUNCTION statement of a capture function: operation is insert, update or delete, one_row the statement that records it where there is exactly one row, and nothing otherwise, body the statements that record any number, row_log what writes the typed log table. checked is for where no event trigger tells of schema changes: the function compares the table''s shape by itself.';

revoke all on function audit._capture_function(int, text, text, text, text, boolean) from public;
