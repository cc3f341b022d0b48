-- Working notes of TRUNCATE statements that are under way: never a row outside the transaction that writes it.

create table audit.truncation (
  transaction_id bigint not null,
  depth          int    not null,
  truncating     boolean not null default true,
  pending        oid[]  not null,
  recorded       int[]  not null default '{}',
  primary key (transaction_id, depth)
);

comment on table audit.truncation is 'TRUNCATE statements under way on partitioned tables and inheritance parents, so that each is recorded once. Empty outside a transaction.';
comment on column audit.truncation.transaction_id is '64-bit transaction id.';
comment on column audit.truncation.depth is 'Trigger depth at which the statement''s triggers run.';
comment on column audit.truncation.truncating is 'True while the BEFORE triggers list the tables, false from the first AFTER trigger on.';
comment on column audit.truncation.pending is 'Tables whose AFTER trigger has not run yet.';
comment on column audit.truncation.recorded is 'Tracked tables (audit.tracked_table.id) that have their record.';

-- Likewise of statements on a partitioned root, where captures are schema-agnostic.

create table audit.root_statement (
  transaction_id bigint not null,
  depth          int    not null,
  caller         text   not null,
  tracked_id     int    not null,
  pending        int    not null default 1,
  primary key (transaction_id, depth, caller, tracked_id)
);

comment on table audit.root_statement is 'Statements under way on partitioned tables, whose rows their own triggers record. Empty outside a transaction.';
comment on column audit.root_statement.transaction_id is '64-bit transaction id.';
comment on column audit.root_statement.depth is 'Trigger depth at which the statement''s triggers run.';
comment on column audit.root_statement.caller is 'Fingerprint of the functions that the statement runs in: one that a function of the statement runs is another statement.';
comment on column audit.root_statement.pending is 'How many of its AFTER triggers are still to come: an upsert has two.';
comment on column audit.root_statement.tracked_id is 'The table, as audit.tracked_table.id.';
