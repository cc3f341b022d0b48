-- The log itself: one record per changed row, or per TRUNCATE.
--
-- Partitioned by month so that old history leaves by dropping a table, never by deleting rows. The default
-- partition takes whatever has no month yet, so that a write never fails for want of a partition.
--
-- There is no CHECK on action: PostgreSQL reads a constraint's expression anew in each statement, which was a tenth of
-- the cost of recording one row, and only the capture functions can write here.

create sequence audit.data_op_log_id_seq as bigint;
create sequence audit.statement_id_seq as bigint;

create table audit.data_op_log (
  id                bigint      not null default nextval('audit.data_op_log_id_seq'),
  schema_name       text        not null,
  table_name        text        not null,
  data_id           text,
  modified_at       timestamptz,
  modified_by       text,
  op_type           text,
  op_note           text,
  revision_id       text,
  op_meta           jsonb,
  raw_data          jsonb,
  diff              jsonb,
  json_diff         jsonb,
  relid             oid         not null,
  session_user_name text,
  role_name         text,
  application_name  text,
  action_tstamp_tx  timestamptz not null,
  action_tstamp_stm timestamptz not null,
  action_tstamp_clk timestamptz not null,
  transaction_id    bigint,
  statement_id      bigint,
  client_addr       inet,
  client_port       int,
  client_query      text,
  action            text        not null,
  statement_only    boolean     not null,
  -- The partition key has to be part of it; id alone is unique because it comes from one sequence.
  constraint data_op_log_pkey primary key (id, action_tstamp_tx)
) partition by range (action_tstamp_tx);

alter sequence audit.data_op_log_id_seq owned by audit.data_op_log.id;

create table audit.data_op_log_default partition of audit.data_op_log default;

-- One row's history. Compared byte by byte: that is as cheap as it gets in any locale, and no new release of a locale
-- library can leave the index out of order. Without the id, for the order: with it no two entries are equal, so that none
-- share their key, and the index is four times as large and costs twice as much to write.
create index data_op_log_row_idx on audit.data_op_log (table_name text_pattern_ops, data_id text_pattern_ops);
-- Times and transactions: all grow with the table, so a few pages of block ranges serve them.
create index data_op_log_time_idx on audit.data_op_log using brin (action_tstamp_tx, action_tstamp_clk, transaction_id);

comment on sequence audit.data_op_log_id_seq is 'Numbers the records of audit.data_op_log in the order of capture.';
comment on sequence audit.statement_id_seq is 'Numbers the captured statements: all records of one statement share a number.';
comment on table audit.data_op_log is 'The audit trail: one append-only record per changed row, or per TRUNCATE, of every tracked table.';
comment on table audit.data_op_log_default is 'Records of transactions whose month has no partition.';
comment on column audit.data_op_log.id is 'Order of capture, not of commit.';
comment on column audit.data_op_log.schema_name is 'Schema of the table, as it was named at the time of the change.';
comment on column audit.data_op_log.table_name is 'Name of the table at the time of the change; a partition''s changes stand under its tracked root.';
comment on column audit.data_op_log.data_id is 'Key values in key order, joined with ∆ (U+2206), strings bare. Null for a table tracked without a key.';
comment on column audit.data_op_log.modified_at is 'The row''s own modification time, from the column that audit.track was told of.';
comment on column audit.data_op_log.modified_by is 'The row''s own record of who modified it, from the column that audit.track was told of.';
comment on column audit.data_op_log.op_type is 'What kind of operation this was part of, from the context.';
comment on column audit.data_op_log.op_note is 'Why the change was made, from the context.';
comment on column audit.data_op_log.revision_id is 'The application''s own revision, from the context.';
comment on column audit.data_op_log.op_meta is 'Free context: actor, request id, trace id and the like.';
comment on column audit.data_op_log.raw_data is 'The whole row: the new one for I, the old one for D.';
comment on column audit.data_op_log.diff is 'For U: the changed columns that are neither JSON nor arrays, "<before> -> <after>". Null when none changed.';
comment on column audit.data_op_log.json_diff is 'For U: {"<column>": <diff>} for each changed json, jsonb or array column. Null when none changed.';
comment on column audit.data_op_log.relid is 'OID of the table at the time of the change, in the cluster where the change was made.';
comment on column audit.data_op_log.session_user_name is 'The role that logged in.';
comment on column audit.data_op_log.role_name is 'The role in effect for the caller, after SET ROLE.';
comment on column audit.data_op_log.application_name is 'The session''s application_name.';
comment on column audit.data_op_log.action_tstamp_tx is 'When the transaction began. The partition key.';
comment on column audit.data_op_log.action_tstamp_stm is 'When the client''s statement began.';
comment on column audit.data_op_log.action_tstamp_clk is 'Wall-clock time of the capture.';
comment on column audit.data_op_log.transaction_id is '64-bit transaction id, which never wraps.';
comment on column audit.data_op_log.statement_id is 'One number per captured statement.';
comment on column audit.data_op_log.client_addr is 'Address of the client; null over a Unix socket.';
comment on column audit.data_op_log.client_port is 'Port of the client; null over a Unix socket.';
comment on column audit.data_op_log.client_query is 'The client''s query. One longer than 1 kB stands whole on the first record of its statement only.';
comment on column audit.data_op_log.action is 'I = INSERT, U = UPDATE, D = DELETE, T = TRUNCATE.';
comment on column audit.data_op_log.statement_only is 'True for a record of a whole statement (TRUNCATE), false for a record of a row.';
