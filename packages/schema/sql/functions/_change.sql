create or replace function audit._change(before text, after text) returns text
language plpgsql
immutable
parallel safe
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_change.sql
-- A string in jsonb has 268,435,455 bytes at most. Two values that do not fit are recorded abridged: the write must
-- not fail for them.
begin
  if octet_length(before) + octet_length(after) <= 268000000 then
    return before || ' -> ' || after;
  end if;
  return audit._abridged(before) || ' -> ' || audit._abridged(after);
end
$function$;

comment on function audit._change(text, text) is
  'A change as it stands in a diff: "<before> -> <after>", both JSON texts, abridged where they are too large together.';

revoke all on function audit._change(text, text) from public;
