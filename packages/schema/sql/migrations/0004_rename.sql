-- What tracked tables and their columns were called before, so that history under an old name stays reachable.

create table audit.rename (
  id              bigint      generated always as identity primary key,
  schema_name     text        not null,
  table_name      text        not null,
  column_name     text,
  new_schema_name text        not null,
  new_table_name  text        not null,
  new_column_name text,
  renamed_at      timestamptz not null default now(),
  transaction_id  bigint      not null default pg_current_xact_id()::text::bigint,
  log_id          bigint      not null default nextval('audit.data_op_log_id_seq'),
  check ((column_name is null) = (new_column_name is null))
);

comment on table audit.rename is 'Renames of tracked tables (column_name null) and of their columns.';
comment on column audit.rename.id is 'Order of the renames.';
comment on column audit.rename.schema_name is 'Schema before.';
comment on column audit.rename.table_name is 'Table before.';
comment on column audit.rename.column_name is 'Column before; null where the table was renamed or moved.';
comment on column audit.rename.new_schema_name is 'Schema after.';
comment on column audit.rename.new_table_name is 'Table after.';
comment on column audit.rename.new_column_name is 'Column after; null where the table was renamed or moved.';
comment on column audit.rename.renamed_at is 'When the transaction of the rename began.';
comment on column audit.rename.transaction_id is '64-bit id of that transaction.';
comment on column audit.rename.log_id is 'Records of the table with a lower id stand under the old name, those with a higher one under the new name.';
