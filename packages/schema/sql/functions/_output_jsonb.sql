create or replace function audit._output_jsonb(value anyelement) returns jsonb
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_output_jsonb.sql
begin
  if value is null then
    return null;
  end if;
  if exists (
    select from pg_type as t
    where t.oid = pg_typeof(value) and t.typelem <> 0 and t.typsubscript = 'array_subscript_handler'::regproc
  ) then
    return to_jsonb(format('%s', value)::text[]);
  end if;
  return to_jsonb(format('%s', value));
end
$function$;

comment on function audit._output_jsonb(anyelement) is
  'A value as PostgreSQL prints it, as a JSON string; an array as an array of such strings. Runs no cast.';

revoke all on function audit._output_jsonb(anyelement) from public;
