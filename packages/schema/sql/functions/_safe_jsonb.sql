create or replace function audit._safe_jsonb(value anyelement) returns jsonb
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_safe_jsonb.sql
-- json accepts what jsonb does not (\u0000, numbers beyond numeric), and a type's own cast to json may fail or must
-- not run. The text of such a value is recorded instead: the write must not fail, and the change must not be lost.
-- format uses the type's output function, where a cast to text could be the owner's own.
begin
  if not audit._is_trusted_type(pg_typeof(value)) then
    return audit._output_jsonb(value);
  end if;
  return to_jsonb(value);
exception when others then
  return audit._output_jsonb(value);
end
$function$;

comment on function audit._safe_jsonb(anyelement) is
  'to_jsonb(value), or the value''s text as a JSON string where it can''t be jsonb, or where its type has a cast to json that is not to be trusted.';

revoke all on function audit._safe_jsonb(anyelement) from public;
