create or replace function audit.schedule_export(
  target       regclass,
  schedule     text     default '0 3 * * *',
  directory    text     default '/tmp',
  id_header    text     default 'data_id',
  actions      text[]   default '{U}',
  time_zone    text     default null,
  keep_details interval default '30 days'
) returns bigint
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set standard_conforming_strings = on
as $function$
-- Source: packages/schema/sql/functions/exports/schedule_export.sql
declare
  -- A variable, because the schema may not be there.
  cron      constant text := 'cron';
  zone      constant text := audit._check_time_zone(time_zone);
  yesterday constant date := (clock_timestamp() at time zone zone)::date - 1;
  named     record;
  place     record;
  other     regclass;
  scheduled audit.export_schedule;
  job_id    bigint;
begin
  select * into named from audit._check_export_target(target);
  perform audit._check_export_options(id_header, actions);
  if keep_details is null or keep_details < interval '0' then
    raise exception using
      errcode = 'UA022',
      message = format('keep_details is %s, no length of time', coalesce(keep_details::text, 'null')),
      hint = 'Say how long to keep what pg_cron records of the job, for example ''30 days''.';
  end if;
  select * into place from audit._check_directory(directory);
  perform audit._require_program();
  perform audit._run_script(place.path, place.allowed, '');
  perform audit._require_cron();

  perform pg_advisory_xact_lock(hashtextextended('audit.export', 0));
  select s.relid into other
  from audit.export_schedule as s
  join pg_class as c on c.oid = s.relid
  where s.relid <> target and s.directory = place.path and c.relname = named.table_name;
  if found then
    raise exception using
      errcode = 'UA027',
      message = format('the exports of %s have the same names in %s', other, place.path),
      hint = 'A name has the table''s, without its schema. Give each of them a directory of its own.';
  end if;

  insert into audit.export_schedule as s (relid, schedule, directory, id_header, actions, time_zone, keep_details, next_day)
  values (
    target, coalesce(schedule, ''), place.path, id_header, actions, zone, keep_details,
    -- What an earlier schedule has exported is not exported again.
    greatest(yesterday, (
      select max(r.day) + 1
      from audit.export_run as r
      where r.schedule_id is not null and r.error is null and r.finished_at is not null
        and r.schema_name = named.schema_name and r.table_name = named.table_name
    ))
  )
  on conflict (relid) do update
  set
    schedule = excluded.schedule, directory = excluded.directory, id_header = excluded.id_header, actions = excluded.actions,
    time_zone = excluded.time_zone, keep_details = excluded.keep_details, scheduled_at = now(), scheduled_by = session_user,
    -- In another time zone the first day that is missing may begin earlier: hours may come twice then, but none is left out.
    next_day = (audit._day_start(s.next_day, s.time_zone) at time zone excluded.time_zone)::date
  returning * into scheduled;
  -- A run that was under way has the old options.
  update audit.export_run as r
  set finished_at = clock_timestamp(), error = 'the export has been scheduled anew', error_state = 'UA029'
  where r.schedule_id = scheduled.id and r.finished_at is null;

  -- A name is unique for each role only, and another one may have made the job.
  execute format('select %I.unschedule(j.jobid) from %1$I.job as j where j.jobname = $1', cron)
  using 'audit_export_' || scheduled.id;
  begin
    execute format('select %I.schedule($1, $2, $3)', cron)
    into job_id
    using 'audit_export_' || scheduled.id, scheduled.schedule, format('call audit._run_export(%s)', scheduled.id);
  exception when others then
    raise exception using
      errcode = 'UA022',
      message = format('pg_cron does not take the schedule %L: %s', schedule, sqlerrm),
      hint = 'Write it as cron does, minute hour day month weekday, for example ''0 3 * * *''.';
  end;
  return job_id;
end
$function$;

comment on function audit.schedule_export(regclass, text, text, text, text[], text, interval) is
  'Has pg_cron export each day''s field changes of a table, as audit.export_csv does, and returns the job''s id. A day that was missed is caught up by the next run. Calling it again replaces the schedule and its options. keep_details: how long pg_cron''s own records of the job are kept. Errors: UA020 to UA022, UA024, UA025, UA027, UA028. Example: select audit.schedule_export(''shop.users'', time_zone => ''Europe/Berlin'').';

revoke all on function audit.schedule_export(regclass, text, text, text, text[], text, interval) from public;
