create or replace function audit._changed_members(before jsonb, after jsonb, reserved text) returns jsonb
language plpgsql
immutable
parallel safe
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_changed_members.sql
declare
  -- A large document arrives compressed, and would be unpacked again for each of its members.
  -- Concatenation unpacks it once, and leaves it as it is.
  old jsonb := before || '{}';
  now jsonb := after || '{}';
  changes jsonb;
begin
  -- Looking up each member costs less than a join of both sides, for small and large objects alike.
  -- A name that is reserved, or looks like one already escaped, gets one more ∆ in front.
  select jsonb_object_agg(
    case when ltrim(member, '∆') = reserved then '∆' || member else member end,
    coalesce((old -> member)::text, 'null') || ' -> ' || coalesce((now -> member)::text, 'null'))
  into changes
  from jsonb_object_keys(old || now) as member
  where (old -> member) is distinct from (now -> member);

  return changes;
end
$function$;

comment on function audit._changed_members(jsonb, jsonb, text) is
  'The changed members of two JSON objects as {"<member>": "<before> -> <after>"}; null when there are none.';

revoke all on function audit._changed_members(jsonb, jsonb, text) from public;
