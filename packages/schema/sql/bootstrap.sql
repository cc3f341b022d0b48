-- The schema, and the record of what has been done to it. Everything else is a migration or a function.

create schema if not exists audit;

comment on schema audit is 'The audit trail: see audit.track and audit.data_op_log.';

create table audit.schema_migration (
  version      int         not null primary key,
  name         text        not null,
  installed_at timestamptz not null default now()
);

comment on table audit.schema_migration is 'The migrations that this schema has been through.';
comment on column audit.schema_migration.version is 'Number of the migration.';
comment on column audit.schema_migration.name is 'Its name.';
comment on column audit.schema_migration.installed_at is 'When it was run.';
