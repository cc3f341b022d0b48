create or replace function audit._require_program() returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/exports/_require_program.sql
begin
  if version() ~ 'emscripten' then
    raise exception using
      errcode = 'UA024',
      message = 'an embedded PGlite runs no programs, and so writes no files',
      hint = 'Export from outside, with audit-cli export.';
  end if;
  if not pg_has_role(current_user, 'pg_execute_server_program', 'usage') then
    raise exception using
      errcode = 'UA024',
      message = format('role %I may not write files on the server', current_user),
      hint = format(
        'As a superuser: grant pg_execute_server_program to %I. It owns the audit functions. Or export from outside, with audit-cli export.',
        current_user
      );
  end if;
end
$function$;

comment on function audit._require_program() is
  'Refuses to go on where the current role may run no program on the server, or where there are none: error UA024.';

revoke all on function audit._require_program() from public;
