create or replace function audit._count_of(counts jsonb) returns bigint
language plpgsql
immutable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/retention/_count_of.sql
begin
  return (select coalesce(sum(c.value::bigint), 0)::bigint from jsonb_each_text(counts) as c);
end
$function$;

comment on function audit._count_of(jsonb) is 'The sum of an object''s numbers.';

revoke all on function audit._count_of(jsonb) from public;
