create or replace function audit._capture_function(tracked_id int, operation text, body text) returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_capture_function.sql
-- The context is read once a statement into the variables of a labelled block, so that context.… can never be taken
-- for a column of the application's.
declare
  tracked audit.tracked_table;
  query   constant text := audit._query_expression(tracked_id);
begin
  select t.* into strict tracked from audit.tracked_table as t where t.id = tracked_id;
  return format(
    E'create or replace function audit.%I() returns trigger\nlanguage plpgsql\nsecurity definer\n%s\nas %L',
    audit._capture_name(tracked_id, operation),
    audit._capture_settings(tracked_id),
    format($body$
-- Records what %s does to %s. Written by audit.track: do not edit, call audit.track again.
-- Source: packages/schema/sql/functions/_capture_function.sql
begin
  -- Nothing to record takes no transaction id. A table that has changed, of which no event trigger has told, is
  -- recorded as it is at this moment; to the planner that condition is a constant.
  if not exists (select from %s) or audit._has_changed(%s) then%s
    return null;
  end if;

<<context>>
declare
  relid             constant oid         := %s;
  captured_at       constant timestamptz := clock_timestamp();
  transaction_id    constant bigint      := pg_current_xact_id()::text::bigint;
  statement_id      constant bigint      := nextval('audit.statement_id_seq');
  session_user_name constant text        := session_user;
  role_name         constant text        := case current_setting('role') when 'none' then session_user else current_setting('role') end;
  application_name  constant text        := current_setting('application_name');
  client_addr       constant inet        := inet_client_addr();
  client_port       constant int         := inet_client_port();
%s  op_type           text                 := nullif(current_setting('audit.op_type', true), '');
  op_note           text                 := nullif(current_setting('audit.op_note', true), '');
  revision_id       text                 := nullif(current_setting('audit.revision_id', true), '');
  op_meta           constant jsonb       := case when current_setting('audit.op_meta', true) <> '' then audit._op_meta(current_setting('audit.op_meta', true)) end;
begin
  if to_regclass('pg_temp.temp_op_meta') is not null then
    select coalesce(context.op_type, t.op_type), coalesce(context.op_note, t.op_note), coalesce(context.revision_id, t.revision_id)
    into op_type, op_note, revision_id
    from audit._temp_op_meta() as t;
  end if;
%s
  if pg_sequence_last_value('audit.followed_until') > date_part('epoch', now()) then
    perform audit._wake();
  end if;
end;

  return null;
end
$body$,
      upper(operation),
      -- A line break in a name would end the comment.
      regexp_replace(tracked.relid::text, '[\n\r]', ' ', 'g'),
      case operation when 'insert' then 'new_rows' else 'old_rows' end,
      tracked_id,
      audit._changed_body(tracked_id, operation),
      case
        -- On a partition or a child, tg_relid is not the table under whose name its rows are recorded.
        when exists (select from audit._descendants(tracked.relid))
        then (
          select format(
            'coalesce((select c.oid from pg_class as c join pg_namespace as n on n.oid = c.relnamespace where n.nspname = %L and c.relname = %L), tg_relid)',
            n.nspname, c.relname
          )
          from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
          where c.oid = tracked.relid
        )
        else 'tg_relid'
      end,
      case
        when query is null then ''
        else format(
          E'  client_query      constant text        := %s;\n  long_query        constant boolean     := octet_length(client_query) > 1024;\n',
          query
        )
      end,
      body
    )
  );
end
$function$;

comment on function audit._capture_function(int, text, text) is
  'The CREATE FUNCTION statement of a capture function: operation is insert, update or delete, body the statements that write its records.';

revoke all on function audit._capture_function(int, text, text) from public;
