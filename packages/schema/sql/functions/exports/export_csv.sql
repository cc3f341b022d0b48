create or replace function audit.export_csv(
  target    regclass,
  day       date   default null,
  directory text   default '/tmp',
  id_header text   default 'data_id',
  actions   text[] default '{U}',
  time_zone text   default null
) returns text
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
set standard_conforming_strings = on
set jit = off
as $function$
-- Source: packages/schema/sql/functions/exports/export_csv.sql
declare
  zone       constant text := audit._check_time_zone(time_zone);
  wanted_day constant date := audit._export_day(day, zone);
  named      record;
  place      record;
  file_name  text;
  run        audit.export_run;
  written    record;
begin
  select * into named from audit._check_export_target(target);
  perform audit._check_export_options(id_header, actions);
  select * into place from audit._check_directory(directory);
  perform audit._require_program();

  -- One export at a time, to the end of the transaction: whoever comes next sees this one's record.
  perform pg_advisory_xact_lock(hashtextextended('audit.export', 0));
  if wanted_day < (clock_timestamp() at time zone zone)::date then
    perform audit._require_whole_day(wanted_day, zone);
  end if;
  file_name := audit._export_name(named.table_name, clock_timestamp(), zone);
  insert into audit.export_run (schema_name, table_name, day, path)
  values (named.schema_name, named.table_name, wanted_day, rtrim(place.path, '/') || '/' || file_name)
  returning * into run;
  -- The file itself may have been taken away already.
  if exists (select from audit.export_run as r where r.path = run.path and r.id <> run.id and r.error is null) then
    perform audit._raise_program_error('74', place.path, file_name);
  end if;

  select * into written
  from audit._write_export(
    run.id, place.path, place.allowed, file_name, audit._export_header(id_header),
    audit._export_query(target, wanted_day, actions, zone), false
  );
  update audit.export_run as r
  set rows = written.rows, bytes = written.bytes, checksum = written.checksum, finished_at = clock_timestamp()
  where r.id = run.id;
  return run.path;
end
$function$;

comment on function audit.export_csv(regclass, date, text, text, text[], text) is
  'Writes the field changes of a day (default: yesterday) to <directory>/<table>_audit_export_<YYYYMMDD>_<HHMM>.csv on the server, whole or not at all, and returns the path. Options: directory (below one of audit.param export_directories, default /tmp), id_header, actions (of I, U, D, T; default U), time_zone (whose calendar day; default the database''s). Errors: UA020 to UA027. Example: select audit.export_csv(''shop.users'', current_date - 1).';

revoke all on function audit.export_csv(regclass, date, text, text, text[], text) from public;
