create or replace function audit._column_diff(
  column_name text,
  class       text,
  diff_type   text,
  json_key    text[],
  masked      boolean,
  brief       boolean
) returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_column_diff.sql
declare
  before     constant text := audit._column_value('o', column_name, class);
  after      constant text := audit._column_value('n', column_name, class);
  -- Memory that V8 can't have ends the server in the worst case; dense documents of 30 MB did.
  plv8_bytes constant int  := 8000000;
  by_sql     constant text := format(
    case diff_type
      when 'object' then 'audit._diff_object(%1$s, %2$s)::text'
      when 'array' then 'audit._diff_array(%1$s, %2$s)::text'
      when 'objectArray' then 'audit._diff_object_array(%1$s, %2$s, %3$L::text[])::text'
      else 'audit._diff_other(%1$s, %2$s)::text'
    end,
    before, after, json_key
  );
begin
  if masked then
    return format(
      $sql$jsonb_build_object('diffType', 'other', 'content', %s || ' -> ' || %s)::text$sql$,
      audit._column_json_text('o', column_name, class, true),
      audit._column_json_text('n', column_name, class, true)
    );
  end if;
  if diff_type = 'other' or audit._json_engine() <> 'plv8' then
    return case
      when brief or class <> 'jsonb' or diff_type not in ('object', 'other') then by_sql
      else format(
        'case when %s then %s else %s end',
        -- As they are stored: small enough to be unpacked more than once, and that their text is no problem either.
        case diff_type
          when 'object' then format(
            'jsonb_typeof(%1$s) = ''object'' and jsonb_typeof(%2$s) = ''object'' and pg_column_size(%1$s) + pg_column_size(%2$s) <= 4000',
            before, after
          )
          else format('pg_column_size(%s) + pg_column_size(%s) <= 100000', before, after)
        end,
        audit._inline_diff(before, after, diff_type),
        by_sql
      )
    end;
  end if;
  -- Text in, text out: as jsonb a number would lose digits, and a long string would end the server.
  return format(
    E'case\n'
    '          when coalesce(octet_length((%1$s)::text), 0) + coalesce(octet_length((%2$s)::text), 0) <= %3$s\n'
    '          then audit._plv8_diff(%4$L, (%1$s)::text, (%2$s)::text, %5$L::text[])\n'
    '          else %6$s\n'
    '        end',
    before, after, plv8_bytes, diff_type, json_key, by_sql
  );
end
$function$;

comment on function audit._column_diff(text, text, text, text[], boolean, boolean) is
  'SQL expression for the diff, as text, of a changed json, jsonb or array column between the old row o and the new row n. brief: in the form that is quickest to set up, not to run.';

revoke all on function audit._column_diff(text, text, text, text[], boolean, boolean) from public;
