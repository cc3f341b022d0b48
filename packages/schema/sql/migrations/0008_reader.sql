-- Readers and how far each has come.

-- Transaction ids mean something in their own cluster only: a restored log has those of another one.
create table audit.cluster (
  id                int         generated always as identity primary key,
  system_identifier text,
  settled_id        bigint      not null default 0,
  since             timestamptz not null default now()
);

comment on table audit.cluster is 'The clusters that this log has lived in; the last one is the present. See audit.settle_log.';
comment on column audit.cluster.id is 'Order of the clusters.';
comment on column audit.cluster.system_identifier is 'The cluster''s own number (pg_control_system); null where the installer may not read it.';
comment on column audit.cluster.settled_id is 'Records up to this id had been committed when the cluster took the log over. Their transaction ids may be another cluster''s.';
comment on column audit.cluster.since is 'When it took the log over.';

do $do$
declare
  identifier text;
begin
  begin
    select c.system_identifier::text into identifier from pg_catalog.pg_control_system() as c;
  exception when insufficient_privilege or undefined_function then
    null;
  end;
  insert into audit.cluster (system_identifier) values (identifier);
end
$do$;

create table audit.reader (
  name       text        not null primary key check (name <> ''),
  filter     jsonb       not null default '{}',
  output     jsonb       not null default '{}',
  cluster_id int         not null references audit.cluster,
  position   pg_snapshot not null,
  after_id   bigint      not null default 0,
  last_id    bigint      not null default 0,
  mark_xid   bigint,
  mark_id    bigint,
  target     pg_snapshot,
  done_id    bigint,
  batch      bigint      not null default 0,
  delivered  bigint      not null default 0,
  file_bytes bigint      not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

comment on table audit.reader is 'Who reads the log bit by bit, and how far each has come. Change it through audit.create_reader and its like; audit.readers shows how far each is behind.';
comment on column audit.reader.name is 'Name of the reader.';
comment on column audit.reader.filter is 'Which records it reads, as audit.create_reader describes it.';
comment on column audit.reader.output is 'What the program that reads makes of them: file, format and the like. Free.';
comment on column audit.reader.cluster_id is 'The cluster (audit.cluster) whose transaction ids position has.';
comment on column audit.reader.position is 'The records of transactions that this snapshot sees are read.';
comment on column audit.reader.after_id is 'No record up to this id is still to be read: where a search begins.';
comment on column audit.reader.last_id is 'An id that had been given out before this row was written: a transaction with a later id than this row''s xmin numbers its records after it.';
comment on column audit.reader.mark_xid is 'The next after_id is mark_id, as soon as all transactions up to this one have ended.';
comment on column audit.reader.mark_id is 'See mark_xid.';
comment on column audit.reader.target is 'While a batch is under way: the position at its end.';
comment on column audit.reader.done_id is 'While a batch is under way: its records up to this id are read.';
comment on column audit.reader.batch is 'How many batches have been read.';
comment on column audit.reader.delivered is 'How many records have been read.';
comment on column audit.reader.file_bytes is 'How long the reader''s file is with all that has been read, in bytes.';
comment on column audit.reader.created_at is 'When it was created.';
comment on column audit.reader.updated_at is 'When its position was last written. One that finds nothing new writes it every ten seconds at most.';

-- A number that every session sees at once, that costs no dead row to change and next to nothing to read.
create sequence audit.followed_until as bigint minvalue 0 start 0;

comment on sequence audit.followed_until is 'Until when (seconds since 1970) somebody follows the log: up to then, writers wake them. See audit.follow.';
