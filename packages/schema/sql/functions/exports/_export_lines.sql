create or replace function audit._export_lines(
  target    regclass,
  day       date   default null,
  id_header text   default 'data_id',
  actions   text[] default '{U}',
  time_zone text   default null
) returns setof text
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set jit = off
as $function$
-- Source: packages/schema/sql/functions/exports/_export_lines.sql
-- audit._csv_line for each row, written out: a call for each of a million fields is what takes the time.
declare
  line constant text := (
    select string_agg(
      format(
        $sql$case when r.%1$I is null then '' when r.%1$I = '' or r.%1$I ~ '[",\r\n]' then '"' || replace(r.%1$I, '"', '""') || '"' else r.%1$I end$sql$,
        f.name
      ),
      ' || '','' || ' order by f.position
    )
    from unnest('{data_id,field_changed,old_value,new_value,changed_by,changed_at}'::text[]) with ordinality as f (name, position)
  );
begin
  perform audit._check_export_options(id_header, actions);
  return next audit._export_header(id_header);
  return query execute format('select %s from (%s) as r', line, audit._export_query(target, day, actions, time_zone));
end
$function$;

comment on function audit._export_lines(regclass, date, text, text[], text) is
  'The lines of a day''s export. Each followed by a line feed, they are the bytes of the file that audit.export_csv writes.';

revoke all on function audit._export_lines(regclass, date, text, text[], text) from public;
