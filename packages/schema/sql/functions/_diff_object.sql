create or replace function audit._diff_object(before jsonb, after jsonb) returns jsonb
language plpgsql
immutable
parallel safe
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_diff_object.sql
declare
  -- No document, SQL's null or JSON's, counts as an empty one.
  old jsonb := coalesce(nullif(before, 'null'), '{}');
  now jsonb := coalesce(nullif(after, 'null'), '{}');
begin
  if before is not distinct from after then
    return null;
  end if;
  if jsonb_typeof(old) <> 'object' or jsonb_typeof(now) <> 'object' then
    return audit._diff_other(before, after);
  end if;
  return '{"diffType": "object"}' || coalesce(audit._changed_members(old, now, 'diffType'), '{}');
end
$function$;

comment on function audit._diff_object(jsonb, jsonb) is
  'The diff of two JSON objects over their members (declared type object); null when they are equal.';

revoke all on function audit._diff_object(jsonb, jsonb) from public;
