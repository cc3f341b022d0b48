create or replace view audit.readers as
select
  r.name,
  r.filter,
  r.output,
  r.position,
  r.batch,
  r.delivered,
  r.file_bytes,
  r.created_at,
  r.updated_at,
  lag.records_behind,
  lag.oldest_unread
from audit.reader as r
cross join lateral audit._reader_lag(r) as lag;

comment on view audit.readers is 'Who reads the log bit by bit, how far each has come, and how far it is behind.';
comment on column audit.readers.name is 'Name of the reader.';
comment on column audit.readers.filter is 'Which records it reads.';
comment on column audit.readers.output is 'What the program that reads makes of them.';
comment on column audit.readers.position is 'The records of transactions that this snapshot sees are read.';
comment on column audit.readers.batch is 'How many batches have been read.';
comment on column audit.readers.delivered is 'How many records have been read.';
comment on column audit.readers.file_bytes is 'How long the reader''s file is with all that has been read, in bytes.';
comment on column audit.readers.created_at is 'When it was created.';
comment on column audit.readers.updated_at is 'When its position was last written.';
comment on column audit.readers.records_behind is 'Committed records that it has still to read; null where its position is from another cluster.';
comment on column audit.readers.oldest_unread is 'When the oldest transaction among them began.';
