create or replace function audit._check_json_columns(target regclass, json_columns jsonb) returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_check_json_columns.sql
declare
  item     record;
  declared text;
  type     oid;
begin
  if jsonb_typeof(json_columns) <> 'object' then
    raise exception using
      errcode = 'UA006',
      message = 'json_columns is not a JSON object',
      hint = 'Write it as {"column": "object", "other_column": {"type": "objectArray", "key": ["id"]}}.';
  end if;

  for item in select e.key as name, e.value from jsonb_each(json_columns) as e loop
    select a.atttypid into type
    from pg_attribute as a
    where a.attrelid = target and a.attname = item.name and a.attnum > 0 and not a.attisdropped;
    if not found then
      raise exception using
        errcode = 'UA005',
        message = format('%s has no column %I, which json_columns names', target, item.name),
        hint = format('Its columns are %s.', audit._column_list(target));
    end if;

    if audit._value_class(type) not in ('json', 'jsonb', 'array', 'other array') then
      raise exception using
        errcode = 'UA011',
        message = format('column %I of %s is a %s, which json_columns can''t describe', item.name, target, format_type(type, null)),
        hint = 'Name json, jsonb and array columns only; the others are compared by value.';
    end if;

    declared := case jsonb_typeof(item.value) when 'string' then item.value #>> '{}' when 'object' then item.value ->> 'type' end;
    if declared is null or declared not in ('object', 'array', 'objectArray', 'other') then
      raise exception using
        errcode = 'UA006',
        message = format('%s is no type for JSON column %I', item.value, item.name),
        hint = 'The types are "object", "array", "other" and {"type": "objectArray", "key": ["field", …]}.';
    end if;

    -- One IF after the other: a key of another JSON type must not reach the functions that read an array.
    if declared = 'objectArray' and jsonb_typeof(item.value -> 'key') is distinct from 'array' then
      raise exception using
        errcode = 'UA007',
        message = format('objectArray column %I has no key', item.name),
        hint = 'Name the fields that identify an item: {"type": "objectArray", "key": ["id"]}.';
    end if;
    if declared = 'objectArray' and (
      jsonb_array_length(item.value -> 'key') = 0
      or exists (select from jsonb_array_elements(item.value -> 'key') as k where jsonb_typeof(k) <> 'string')
    ) then
      raise exception using
        errcode = 'UA007',
        message = format('the key of objectArray column %I is no list of field names', item.name),
        hint = 'Name the fields that identify an item: {"type": "objectArray", "key": ["id"]}.';
    end if;
  end loop;
end
$function$;

comment on function audit._check_json_columns(regclass, jsonb) is
  'Refuses a json_columns option that the table''s columns can''t serve: errors UA005, UA006, UA007 and UA011.';

revoke all on function audit._check_json_columns(regclass, jsonb) from public;
