create or replace function audit._abridged(json_text text) returns text
language sql
immutable
parallel safe
set search_path = pg_catalog, pg_temp
as $function$
  -- Source: packages/schema/sql/functions/_abridged.sql
  select case
    when octet_length(json_text) <= 1000000 then json_text
    else to_json(left(json_text, 1000) || '… ' || octet_length(json_text) || ' bytes, MD5 ' || md5(json_text))::text
  end;
$function$;

comment on function audit._abridged(text) is
  'A JSON text of up to 1 MB as it is; a longer one as a JSON string with its first 1,000 characters, its length in bytes and its MD5.';

revoke all on function audit._abridged(text) from public;
