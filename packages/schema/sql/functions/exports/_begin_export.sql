create or replace function audit._begin_export(
  schedule_id      int,
  at               timestamptz default clock_timestamp(),
  out run_id       bigint,
  out wait_seconds float8
)
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/exports/_begin_export.sql
-- Written down and committed before anything is written to the disk, so that whoever comes after a crash knows which
-- file may be there.
declare
  schedule audit.export_schedule;
  named    record;
  new_path text;
begin
  perform pg_advisory_xact_lock(hashtextextended('audit.export', 0));
  select s.* into schedule from audit.export_schedule as s where s.id = schedule_id;
  if not found or schedule.next_day >= (at at time zone schedule.time_zone)::date then
    return;
  end if;

  select r.id into run_id
  from audit.export_run as r
  where r.schedule_id = _begin_export.schedule_id and r.finished_at is null and r.day = schedule.next_day
  order by r.id desc
  limit 1;
  if found then
    return;
  end if;

  select coalesce(n.nspname::text, '?') as schema_name, coalesce(c.relname::text, schedule.relid::text) as table_name into named
  from (select schedule.relid::oid) as wanted (oid)
  left join pg_class as c on c.oid = wanted.oid
  left join pg_namespace as n on n.oid = c.relnamespace;
  new_path := rtrim(schedule.directory, '/') || '/' || audit._export_name(named.table_name, at, schedule.time_zone);
  -- Of several days that were missed, each has a minute of its own.
  if exists (select from audit.export_run as r where r.path = new_path and r.error is null) then
    wait_seconds := 60 - extract(second from at);
    return;
  end if;
  insert into audit.export_run (schedule_id, schema_name, table_name, day, path)
  values (schedule_id, named.schema_name, named.table_name, schedule.next_day, new_path)
  returning id into run_id;
end
$function$;

comment on function audit._begin_export(int, timestamptz) is
  'The next run of a schedule: the first day that is over and has not been exported. Nothing where there is none; seconds to wait where this minute''s name is taken.';

revoke all on function audit._begin_export(int, timestamptz) from public;
