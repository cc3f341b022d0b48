create or replace view audit.tracked as
select
  coalesce(n.nspname::text, '?') as schema_name,
  coalesce(c.relname::text, t.relid::text) as table_name,
  t.relid::oid as relid,
  t.key,
  t.only_columns,
  t.ignored,
  t.masked,
  t.json_columns,
  t.modified_at,
  t.modified_by,
  t.touch,
  t.log_query,
  exists (select from audit.row_log as r where r.tracked_id = t.id) as row_log,
  case when audit._follows_ddl() then 'statement' else 'agnostic' end as capture,
  audit._json_engine() as engine,
  t.tracked_since,
  problems.list = '{}' as in_step,
  problems.list as problems
from audit.tracked_table as t
left join pg_catalog.pg_class as c on c.oid = t.relid
left join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
cross join lateral (select audit._tracking_problems(t.id)) as problems (list);

comment on view audit.tracked is 'What is tracked, with which options, since when, and whether the capture is in step with the table.';
comment on column audit.tracked.schema_name is 'Schema of the table, as it is named now.';
comment on column audit.tracked.table_name is 'Name of the table now.';
comment on column audit.tracked.relid is 'OID of the table.';
comment on column audit.tracked.key is 'Columns whose values make data_id.';
comment on column audit.tracked.only_columns is 'Where not null: the only columns compared.';
comment on column audit.tracked.ignored is 'Columns left out of diffs.';
comment on column audit.tracked.masked is 'Columns whose values are never recorded.';
comment on column audit.tracked.json_columns is 'Declared shape of json, jsonb and array columns.';
comment on column audit.tracked.modified_at is 'Column read into data_op_log.modified_at.';
comment on column audit.tracked.modified_by is 'Column read into data_op_log.modified_by.';
comment on column audit.tracked.touch is 'Whether modified_at is set on every insert and update.';
comment on column audit.tracked.log_query is 'Whether the client''s query is recorded.';
comment on column audit.tracked.row_log is 'Whether a typed log table is kept too.';
comment on column audit.tracked.capture is 'How changes are captured: statement (functions written for the table''s columns, kept in step by event triggers) or agnostic (slower, looking at the columns at each statement: where event triggers can''t be made).';
comment on column audit.tracked.engine is 'What computes JSON diffs: sql or plv8.';
comment on column audit.tracked.tracked_since is 'When the table was first tracked.';
comment on column audit.tracked.in_step is 'Whether everything that track set up is in place for the table as it is now.';
comment on column audit.tracked.problems is 'What is not, each with what to do.';
