create or replace function audit._export_directories() returns text[]
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/exports/_export_directories.sql
declare
  setting constant text := (select p.param_value_text from audit.param as p where p.param_key = 'export_directories');
begin
  return array(
    select audit._plain_path(btrim(d.path, E' \t\r'))
    from regexp_split_to_table(coalesce(setting, '/tmp'), '[,:\n]') with ordinality as d (path, position)
    where audit._plain_path(btrim(d.path, E' \t\r')) is not null
    order by d.position
  );
end
$function$;

comment on function audit._export_directories() is
  'The directories below which exports may be written: audit.param export_directories, by default /tmp.';

revoke all on function audit._export_directories() from public;
