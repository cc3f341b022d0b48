-- What a capture knows of the statement that it records, as one value, for captures that run dynamic SQL.

create type audit.capture_context as (
  relid             oid,
  captured_at       timestamptz,
  transaction_id    bigint,
  statement_id      bigint,
  session_user_name text,
  role_name         text,
  application_name  text,
  client_addr       inet,
  client_port       int,
  client_query      text,
  long_query        boolean,
  op_type           text,
  op_note           text,
  revision_id       text,
  op_meta           jsonb
);

revoke all on type audit.capture_context from public;

comment on type audit.capture_context is 'Who, when and why of a captured statement.';
