create or replace function audit._diff_array(before jsonb, after jsonb) returns jsonb
language plpgsql
immutable
parallel safe
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_diff_array.sql
declare
  -- No document, SQL's null or JSON's, counts as an empty one.
  old jsonb := coalesce(nullif(before, 'null'), '[]');
  now jsonb := coalesce(nullif(after, 'null'), '[]');
  lists jsonb;
begin
  if before is not distinct from after then
    return null;
  end if;
  if jsonb_typeof(old) <> 'array' or jsonb_typeof(now) <> 'array' then
    return audit._diff_other(before, after);
  end if;

  lists := audit._compare_items(old, now);
  if lists = '{"newItems": [], "removedItems": []}' and old <> now then
    lists := lists || '{"reordered": true}';
  end if;
  return '{"diffType": "array"}' || lists;
end
$function$;

comment on function audit._diff_array(jsonb, jsonb) is
  'The diff of two JSON arrays as multisets of items (declared type array); null when they are equal.';

revoke all on function audit._diff_array(jsonb, jsonb) from public;
