create or replace function audit._raise_program_error(detail text, directory text, file_name text) returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/exports/_raise_program_error.sql
-- The server's words may be in any language; the exit codes are our own.
declare
  exit_code constant text := substring(detail from '\d+');
begin
  case exit_code
    when '70' then
      raise exception using
        errcode = 'UA021',
        message = format('exports may not be written to %s: a symbolic link leads out of the allowed directory', directory),
        hint = format('Name the directory itself, and allow it in audit.param. Allowed is what lies below %s.', array_to_string(audit._export_directories(), ' and '));
    when '71' then
      raise exception using
        errcode = 'UA025',
        message = format('there is no directory %s on the server', directory),
        hint = 'Make it, so that the server''s operating system user may enter and write to it.';
    when '72' then
      raise exception using
        errcode = 'UA025',
        message = format('the server may not write to directory %s', directory),
        hint = 'Give the server''s operating system user, usually postgres, the right to enter and write to it.';
    when '74' then
      raise exception using
        errcode = 'UA027',
        message = format('%s/%s exists already', rtrim(directory, '/'), file_name),
        hint = 'Nothing is ever overwritten. The name has the minute of the run: call it again in the next one.';
    when '75' then
      raise exception using
        errcode = 'UA026',
        message = format('the disk of %s is full', directory),
        hint = 'Make room. What was written has been removed; a scheduled day is exported by the next run.';
    else
      raise exception using
        errcode = 'UA026',
        message = format('%s/%s could not be written (%s)', rtrim(directory, '/'), file_name, coalesce(detail, 'no reason given')),
        hint = 'The server''s own log has what the shell said. A POSIX shell with cat, mv, sync, wc and sha256sum or shasum is needed.';
  end case;
end
$function$;

comment on function audit._raise_program_error(text, text, text) is
  'Raises what the exit code of a program that writes an export means: UA021, UA025, UA026 or UA027.';

revoke all on function audit._raise_program_error(text, text, text) from public;
