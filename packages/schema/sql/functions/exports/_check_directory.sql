create or replace function audit._check_directory(
  directory   text,
  out path    text,
  out allowed text
)
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/exports/_check_directory.sql
-- By the names only: where symbolic links lead is for the program that writes to find out.
declare
  directories constant text[] := audit._export_directories();
begin
  path := audit._plain_path(directory);
  select d.allowed into allowed
  from unnest(directories) as d (allowed)
  where path = d.allowed or starts_with(path, rtrim(d.allowed, '/') || '/')
  order by length(d.allowed) desc
  limit 1;
  if not found then
    raise exception using
      errcode = 'UA021',
      message = case
        when path is null then format('%s is no absolute path of a directory', coalesce(quote_literal(directory), 'null'))
        else format('exports may not be written to %s', path)
      end,
      hint = case
        when cardinality(directories) = 0 then 'No directory is allowed: '
        else format('Allowed is what lies below %s. ', array_to_string(directories, ' and '))
      end || 'An administrator allows directories with insert into audit.param (param_key, param_value_text) values (''export_directories'', ''/tmp,/srv/exports'').';
  end if;
end
$function$;

comment on function audit._check_directory(text) is
  'A directory that exports may be written to, and the allowed one that it lies below. Error: UA021.';

revoke all on function audit._check_directory(text) from public;
