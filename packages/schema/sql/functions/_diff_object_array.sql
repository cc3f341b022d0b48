create or replace function audit._diff_object_array(before jsonb, after jsonb, key text[]) returns jsonb
language plpgsql
immutable
parallel safe
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_diff_object_array.sql
declare
  -- No document, SQL's null or JSON's, counts as an empty one.
  old jsonb := coalesce(nullif(before, 'null'), '[]');
  now jsonb := coalesce(nullif(after, 'null'), '[]');
  unmatched_old jsonb;
  unmatched_new jsonb;
  modified jsonb;
  lists jsonb;
begin
  if before is not distinct from after then
    return null;
  end if;
  if jsonb_typeof(old) <> 'array' or jsonb_typeof(now) <> 'array' then
    return audit._diff_other(before, after);
  end if;

  -- Items are matched by the JSON values of their key fields: "1" and 1 are two keys, and a ∆ in a string separates
  -- nothing. An item that is no object, lacks a field or shares its key with another of its array is a loner, which a
  -- number of its own keeps from matching. (A key of null would do that too, but a hash join compares all nulls of one
  -- side with all of the other.) A full join is never run as a nested loop.
  with
    keyed as (
      select
        side.is_new,
        i.item,
        i.position,
        case
          when jsonb_typeof(i.item) <> 'object' or not i.item ?& key then null
          when cardinality(key) = 1 then i.item -> key[1]
          else (
            select jsonb_agg(i.item -> f.name order by f.position)
            from unnest(key) with ordinality as f (name, position)
          )
        end as item_key
      from (values (false, old), (true, now)) as side (is_new, items)
      cross join jsonb_array_elements(side.items) with ordinality as i (item, position)
    ),
    counted as (
      select k.*, count(*) over (partition by k.is_new, k.item_key) as bearers
      from keyed as k
    ),
    matchable as (
      select
        c.is_new,
        c.item,
        c.position,
        coalesce(c.item_key, 'null') as match_key,
        case
          when c.item_key is not null and c.bearers = 1 then 0
          when c.is_new then c.position
          else -c.position
        end as loner
      from counted as c
    )
  select
    jsonb_agg(o.item order by o.position) filter (where n.position is null),
    jsonb_agg(n.item order by n.position) filter (where o.position is null),
    jsonb_agg(
      jsonb_build_object('key', audit._key_text(n.item, key)) || audit._changed_members(o.item, n.item, 'key')
      order by n.position
    ) filter (where o.item <> n.item)
  into unmatched_old, unmatched_new, modified
  from (select * from matchable where not is_new) as o
  full join (select * from matchable where is_new) as n on n.match_key = o.match_key and n.loner = o.loner;

  lists := audit._compare_items(coalesce(unmatched_old, '[]'), coalesce(unmatched_new, '[]'))
    || jsonb_build_object('modifiedItems', coalesce(modified, '[]'));
  if lists = '{"newItems": [], "removedItems": [], "modifiedItems": []}' and old <> now then
    lists := lists || '{"reordered": true}';
  end if;
  return '{"diffType": "objectArray"}' || lists;
end
$function$;

comment on function audit._diff_object_array(jsonb, jsonb, text[]) is
  'The diff of two JSON arrays whose objects are matched by their key fields (declared type objectArray); null when they are equal.';

revoke all on function audit._diff_object_array(jsonb, jsonb, text[]) from public;
