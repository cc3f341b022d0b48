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
begin
  perform audit._check_export_options(id_header, actions);
  return next audit._export_header(id_header);
  return query execute format(
    'select audit._csv_line(array[r.data_id, r.field_changed, r.old_value, r.new_value, r.changed_by, r.changed_at]) from (%s) as r',
    audit._export_query(target, day, actions, time_zone)
  );
end
$function$;

comment on function audit._export_lines(regclass, date, text, text[], text) is
  'The lines of a day''s export. Each followed by a line feed, they are the bytes of the file that audit.export_csv writes.';

revoke all on function audit._export_lines(regclass, date, text, text[], text) from public;
