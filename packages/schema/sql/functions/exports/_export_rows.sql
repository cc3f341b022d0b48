create or replace function audit._export_rows(
  target    regclass,
  day       date   default null,
  actions   text[] default '{U}',
  time_zone text   default null
) returns setof audit.export_row
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set jit = off
as $function$
-- Source: packages/schema/sql/functions/exports/_export_rows.sql
begin
  return query execute audit._export_query(target, day, actions, time_zone);
end
$function$;

comment on function audit._export_rows(regclass, date, text[], text) is
  'The field changes of a day as audit.export_csv writes them, in its order.';

revoke all on function audit._export_rows(regclass, date, text[], text) from public;
