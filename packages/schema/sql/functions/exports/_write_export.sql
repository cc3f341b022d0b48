create or replace function audit._write_export(
  run_id         bigint,
  directory      text,
  allowed        text,
  file_name      text,
  header         text,
  query          text,
  taken_up_again boolean,
  out rows       bigint,
  out bytes      bigint,
  out checksum   text
)
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set standard_conforming_strings = on
set jit = off
as $function$
-- Source: packages/schema/sql/functions/exports/_write_export.sql
-- Two programs, because the first can't know whether its input is whole: it ends in the same way when the query fails.
-- Only after COPY has said that it succeeded is the file given its name.
declare
  part         constant text := format('.%s.%s.part', file_name, gen_random_uuid());
  variables    constant text := format('file=./%s; part=./%s; ', audit._shell_quote(file_name), audit._shell_quote(part));
  -- noclobber makes the shell create the file: it opens none that is there, and follows no link.
  write_part   constant text := variables
    || case when taken_up_again then format('rm -f -- ./%s.*.part; ', audit._shell_quote('.' || file_name)) else 'if [ -e "$file" ] || [ -L "$file" ]; then exit 74; fi; ' end
    || format(
      'set -C; if said=$({ { printf ''%%s\n'' %s && cat; } > "$part" && sync "$part"; } 2>&1); then exit 0; fi; printf ''%%s\n'' "$said" >&2; '
      'rm -f -- "$part"; case "$said" in *"No space"*|*uota*) exit 75 ;; *) exit 76 ;; esac',
      audit._shell_quote(header)
    );
  -- A server that was stopped between the renaming and the commit has left a whole file: with the same bytes it is this one.
  name_part    constant text := variables
    || '[ -f "$part" ] || exit 77; '
       'sum=$(sha256sum < "$part" || shasum -a 256 < "$part") || { rm -f -- "$part"; exit 78; }; '
       'size=$(($(wc -c < "$part"))); '
       'if [ -e "$file" ] || [ -L "$file" ]; then '
    || case when taken_up_again then 'same=0; cmp -s "$part" "$file" || same=74; ' else 'same=74; ' end
    || 'rm -f -- "$part"; [ "$same" = 0 ] || exit "$same"; '
       'else mv -n -T "$part" "$file" 2>/dev/null || mv -n "$part" "$file"; [ ! -e "$part" ] || { rm -f -- "$part"; exit 74; }; fi; '
       'sync . || :; '
    || format('printf ''%s,%%s,%%s\n'' "$size" "${sum%%%% *}"', run_id);
  state        text;
  detail       text;
begin
  execute format(
    'copy (%s) to program %L with (format csv, encoding ''UTF8'')',
    query, audit._export_script(directory, allowed, write_part)
  );
  get diagnostics rows = row_count;
  execute format(
    'copy audit.export_file (run_id, bytes, checksum) from program %L with (format csv, encoding ''UTF8'')',
    audit._export_script(directory, allowed, name_part)
  );
  delete from audit.export_file as f where f.run_id = _write_export.run_id returning f.bytes, f.checksum into strict bytes, checksum;
exception when others or query_canceled then
  get stacked diagnostics state = returned_sqlstate, detail = pg_exception_detail;
  begin
    perform audit._run_script(directory, allowed, variables || 'rm -f -- "$part"');
  exception when others then
    -- The directory is gone, or never was there; what happened first is the error.
    null;
  end;
  -- external_routine_exception: a program failed.
  if state = '38000' then
    perform audit._raise_program_error(detail, directory, file_name);
  end if;
  raise;
end
$function$;

comment on function audit._write_export(bigint, text, text, text, text, text, boolean) is
  'Writes an export under a temporary name, and renames it once it is whole; gives its number of field changes, its size and its SHA-256. Nothing is overwritten, and nothing is left after an error. A run that is taken up again accepts its own file, byte for byte the same. Errors: UA021, UA025, UA026, UA027.';

revoke all on function audit._write_export(bigint, text, text, text, text, text, boolean) from public;
