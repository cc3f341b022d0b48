create or replace function audit._export_script(directory text, allowed text, body text) returns text
language plpgsql
immutable
parallel safe
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/exports/_export_script.sql
-- From cd on, every name is relative to a directory that the shell is in: a symbolic link put in the way afterwards
-- leads nowhere. The directory's group may read the files, everybody else not.
begin
  return format(
    'set -eu; umask 027; export LC_ALL=C PATH="${PATH:-}:/usr/bin:/bin"; '
    'allowed=$(cd -P -- %s && pwd -P) || exit 71; '
    '[ -d %s ] || exit 71; cd -P -- %s || exit 72; '
    'case "$(pwd -P)/" in "${allowed%%/}"/*) ;; *) exit 70 ;; esac; '
    '[ -w . ] && [ -x . ] || exit 72; '
    '%s',
    audit._shell_quote(allowed), audit._shell_quote(directory), audit._shell_quote(directory), body
  );
end
$function$;

comment on function audit._export_script(text, text, text) is
  'A script for a POSIX shell that does something in a directory, after making sure that symbolic links lead nowhere else than below the allowed one. Exit codes: 70 they do, 71 there is no such directory, 72 it may not be written to.';

revoke all on function audit._export_script(text, text, text) from public;
