create or replace function audit._add_counts(a jsonb, b jsonb) returns jsonb
language plpgsql
immutable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/retention/_add_counts.sql
begin
  return (
    select coalesce(jsonb_object_agg(summed.name, summed.count), '{}')
    from (
      select e.key as name, sum(e.value::bigint)::bigint as count
      from (select * from jsonb_each_text(a) union all select * from jsonb_each_text(b)) as e
      group by e.key
    ) as summed
  );
end
$function$;

comment on function audit._add_counts(jsonb, jsonb) is
  'Adds up two objects of numbers, member by member.';

revoke all on function audit._add_counts(jsonb, jsonb) from public;
