create or replace function audit._pin_settings(pinned jsonb default null) returns jsonb
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_pin_settings.sql
-- For captures of a table that has other types than they were written for: _capture_settings has the reasons. Until the
-- end of the transaction at most: an error in between undoes it too.
declare
  before jsonb := jsonb '{}';
  item   record;
begin
  for item in
    select p.key as name, p.value
    from jsonb_each_text(coalesce(
      pinned,
      '{"timezone": "UTC", "datestyle": "ISO, MDY", "intervalstyle": "postgres", "bytea_output": "hex", "extra_float_digits": "1",
        "quote_all_identifiers": "off", "lc_monetary": "C"}'::jsonb
        || case audit._json_engine() when 'plv8' then '{"plv8.start_proc": "audit._plv8_start"}'::jsonb else '{}' end
    )) as p
  loop
    before := before || jsonb_build_object(item.name, coalesce(current_setting(item.name, true), ''));
    perform set_config(item.name, item.value, true);
  end loop;
  return before;
end
$function$;

comment on function audit._pin_settings(jsonb) is
  'Sets whatever setting could show in the log, or run code of the caller''s, to what captures need, and gives what they were before; called with that, sets them back.';

revoke all on function audit._pin_settings(jsonb) from public;
