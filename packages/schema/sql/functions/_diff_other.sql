create or replace function audit._diff_other(before jsonb, after jsonb) returns jsonb
language plpgsql
immutable
parallel safe
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_diff_other.sql
begin
  if before is not distinct from after then
    return null;
  end if;
  return jsonb_build_object(
    'diffType', 'other',
    'content', audit._change(coalesce(before::text, 'null'), coalesce(after::text, 'null')));
end
$function$;

comment on function audit._diff_other(jsonb, jsonb) is
  'The diff of two JSON documents of any shape, each as a whole; null when they are equal.';

revoke all on function audit._diff_other(jsonb, jsonb) from public;
