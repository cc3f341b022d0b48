create or replace function audit._column_diff(
  column_name text,
  class       text,
  diff_type   text,
  json_key    text[],
  masked      boolean
) returns text
language sql
stable
set search_path = pg_catalog, pg_temp
as $function$
  -- Source: packages/schema/sql/functions/_column_diff.sql
  select case
    when masked then format(
      $sql$jsonb_build_object('diffType', 'other', 'content', %s || ' -> ' || %s)$sql$,
      audit._column_json_text('o', column_name, class, true),
      audit._column_json_text('n', column_name, class, true)
    )
    else format(
      case
        when diff_type = 'other' then 'audit._diff_other(%1$s, %2$s)'
        when audit._json_engine() = 'plv8' then 'audit._diff_by_plv8(%4$L, %1$s, %2$s, %3$L::text[])'
        when diff_type = 'object' then 'audit._diff_object(%1$s, %2$s)'
        when diff_type = 'array' then 'audit._diff_array(%1$s, %2$s)'
        else 'audit._diff_object_array(%1$s, %2$s, %3$L::text[])'
      end,
      audit._column_value('o', column_name, class),
      audit._column_value('n', column_name, class),
      json_key,
      diff_type
    )
  end;
$function$;

comment on function audit._column_diff(text, text, text, text[], boolean) is
  'SQL expression for the diff of a changed json, jsonb or array column between the old row o and the new row n.';

revoke all on function audit._column_diff(text, text, text, text[], boolean) from public;
