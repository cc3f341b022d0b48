create or replace function audit._export_query(
  target    regclass,
  day       date   default null,
  actions   text[] default '{U}',
  time_zone text   default null
) returns text
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set datestyle = 'ISO'
as $function$
-- Source: packages/schema/sql/functions/exports/_export_query.sql
-- As a text, so that COPY and a cursor can stream it.
declare
  zone       constant text := audit._check_time_zone(time_zone);
  wanted_day constant date := audit._export_day(day, zone);
  day_begins constant timestamptz := audit._day_start(wanted_day, zone);
  day_ends   constant timestamptz := audit._day_start(wanted_day + 1, zone);
  named      record;
  whose      text;
begin
  perform audit._check_export_options('-', actions);
  select * into named from audit._check_export_target(target);
  whose := format('h.schema_name = %L and h.table_name = %L', named.schema_name, named.table_name);
  -- What was written on that day before the table was renamed bears its old name.
  if exists (
    select from audit.rename as r
    where r.column_name is null and r.new_schema_name = named.schema_name and r.new_table_name = named.table_name
  ) then
    whose := format(
      '(%s or h.log_id in (
    select l.id from audit.data_op_log as l
    where l.relid = %s and l.action_tstamp_clk >= %L and l.action_tstamp_clk < %L and l.action_tstamp_tx < %L
  ))',
      whose, target::oid, day_begins, day_ends, day_ends
    );
  end if;
  -- A change comes after its transaction's begin, so later partitions need not be read.
  return format(
    'select h.data_id, h.field_changed, h.old_value, h.new_value, h.changed_by, audit._time_text(h.changed_at, %L) as changed_at
from audit.field_history as h
where %s
  and h.action = any (%L)
  and h.changed_at >= %L and h.changed_at < %L and h.transaction_began < %L
order by h.log_id, h.ordinal_position, h.field_changed collate "C"',
    zone, whose, actions, day_begins, day_ends, day_ends
  );
end
$function$;

comment on function audit._export_query(regclass, date, text[], text) is
  'The query of the six columns of a day''s export, in the order of the file. Errors: UA020, UA022, UA023.';

revoke all on function audit._export_query(regclass, date, text[], text) from public;
