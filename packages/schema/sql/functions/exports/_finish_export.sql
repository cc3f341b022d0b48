create or replace function audit._finish_export(run_id bigint) returns boolean
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set jit = off
as $function$
-- Source: packages/schema/sql/functions/exports/_finish_export.sql
-- An error is a result here, and so is a timeout: raised, it would take its own record with it.
declare
  run      audit.export_run;
  schedule audit.export_schedule;
  place    record;
  written  record;
  state    text;
  problem  text;
  remedy   text;
begin
  perform pg_advisory_xact_lock(hashtextextended('audit.export', 0));
  select r.* into strict run from audit.export_run as r where r.id = run_id;
  if run.finished_at is not null then
    return run.error is null;
  end if;

  begin
    select s.* into schedule from audit.export_schedule as s where s.id = run.schedule_id;
    if not found then
      raise exception using
        errcode = 'UA029',
        message = 'the export is not scheduled any more',
        hint = 'Schedule it with audit.schedule_export, or leave it.';
    end if;
    perform audit._check_export_target(schedule.relid);
    select * into place from audit._check_directory(schedule.directory);
    perform audit._require_program();
    perform audit._require_whole_day(run.day, schedule.time_zone);
    select * into written
    from audit._write_export(
      run.id, place.path, place.allowed, substr(run.path, length(rtrim(place.path, '/')) + 2), audit._export_header(schedule.id_header),
      audit._export_query(schedule.relid, run.day, schedule.actions, schedule.time_zone), true
    );
    update audit.export_run as r
    set rows = written.rows, bytes = written.bytes, checksum = written.checksum, finished_at = clock_timestamp()
    where r.id = run_id;
    update audit.export_schedule as s set next_day = run.day + 1 where s.id = schedule.id;
    return true;
  exception when others or query_canceled then
    get stacked diagnostics state = returned_sqlstate, problem = message_text, remedy = pg_exception_hint;
    update audit.export_run as r
    set error = problem, error_state = state, error_hint = nullif(remedy, ''), finished_at = clock_timestamp()
    where r.id = run_id;
    return false;
  end;
end
$function$;

comment on function audit._finish_export(bigint) is
  'Writes the file of a scheduled run and records how that went; true where it went well. Whoever comes second finds it done.';

revoke all on function audit._finish_export(bigint) from public;
