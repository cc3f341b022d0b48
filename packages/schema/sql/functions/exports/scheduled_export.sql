create or replace view audit.scheduled_export as
select
  coalesce(n.nspname::text, '?') as schema_name,
  coalesce(c.relname::text, s.relid::text) as table_name,
  s.schedule,
  s.directory,
  s.id_header,
  s.actions,
  s.time_zone,
  s.keep_details,
  'audit_export_' || s.id as job_name,
  s.scheduled_at,
  s.scheduled_by,
  s.next_day,
  run.started_at as last_started_at,
  run.day as last_day,
  case when run.error is null then run.path end as last_path,
  run.error as last_error
from audit.export_schedule as s
left join pg_catalog.pg_class as c on c.oid = s.relid
left join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
left join lateral (
  select r.started_at, r.day, r.path, r.error
  from audit.export_run as r
  where r.schedule_id = s.id
  order by r.id desc
  limit 1
) as run on true;

comment on view audit.scheduled_export is 'Which exports are scheduled, how far each has come, and how its last run ended.';
comment on column audit.scheduled_export.schema_name is 'Schema of the table.';
comment on column audit.scheduled_export.table_name is 'Name of the table; its old oid where it has been dropped.';
comment on column audit.scheduled_export.schedule is 'When the job runs, as pg_cron writes it.';
comment on column audit.scheduled_export.directory is 'Where the files are written.';
comment on column audit.scheduled_export.id_header is 'First column of the files'' header.';
comment on column audit.scheduled_export.actions is 'Which actions are exported.';
comment on column audit.scheduled_export.time_zone is 'Whose calendar days are exported.';
comment on column audit.scheduled_export.keep_details is 'How long the job''s rows in cron.job_run_details are kept.';
comment on column audit.scheduled_export.job_name is 'The job in cron.job.';
comment on column audit.scheduled_export.scheduled_at is 'When audit.schedule_export was called.';
comment on column audit.scheduled_export.scheduled_by is 'The login role that called it.';
comment on column audit.scheduled_export.next_day is 'The first day that has not been exported yet.';
comment on column audit.scheduled_export.last_started_at is 'When the last run began; null where there has been none.';
comment on column audit.scheduled_export.last_day is 'The day that it was to export.';
comment on column audit.scheduled_export.last_path is 'The file that it wrote.';
comment on column audit.scheduled_export.last_error is 'Why it wrote none.';

revoke all on audit.scheduled_export from public;
