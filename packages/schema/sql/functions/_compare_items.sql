create or replace function audit._compare_items(before jsonb, after jsonb) returns jsonb
language plpgsql
immutable
parallel safe
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_compare_items.sql
declare
  lists jsonb;
begin
  -- The n-th occurrence of an item on one side matches the n-th on the other; so of several equal
  -- items the last ones are the surplus. A full join is never run as a nested loop.
  with
    old as (
      select item, position, row_number() over (partition by item order by position) as occurrence
      from jsonb_array_elements(before) with ordinality as _ (item, position)
    ),
    now as (
      select item, position, row_number() over (partition by item order by position) as occurrence
      from jsonb_array_elements(after) with ordinality as _ (item, position)
    )
  select jsonb_build_object(
    'newItems',
    coalesce(jsonb_agg(now.item order by now.position) filter (where old.position is null), '[]'),
    'removedItems',
    coalesce(jsonb_agg(old.item order by old.position) filter (where now.position is null), '[]'))
  into lists
  from old
  full join now on now.item = old.item and now.occurrence = old.occurrence;

  return lists;
end
$function$;

comment on function audit._compare_items(jsonb, jsonb) is
  'Two JSON arrays compared as multisets: {"newItems": […], "removedItems": […]}, each in its own array''s order.';

revoke all on function audit._compare_items(jsonb, jsonb) from public;
