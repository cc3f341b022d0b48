create or replace function audit._export_name(table_name text, at timestamptz, time_zone text) returns text
language plpgsql
immutable
parallel safe
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/exports/_export_name.sql
begin
  return regexp_replace(table_name, E'[/\x01-\x1f\x7f]', '_', 'g') || to_char(at at time zone time_zone, '"_audit_export_"YYYYMMDD"_"HH24MI".csv"');
end
$function$;

comment on function audit._export_name(text, timestamptz, text) is
  'The file name of a run: users_audit_export_20260329_0300.csv. A slash or a control character in the table''s name becomes _.';

revoke all on function audit._export_name(text, timestamptz, text) from public;
