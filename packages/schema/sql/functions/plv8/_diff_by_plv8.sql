create or replace function audit._diff_by_plv8(diff_type text, before jsonb, after jsonb, key text[]) returns jsonb
language plpgsql
immutable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/plv8/_diff_by_plv8.sql
-- Text in, text out: as jsonb a number would lose digits, and a long string would end the server.
declare
  -- What fits into plv8's memory limit, 256 MB by default, with the diff beside it.
  max_bytes   constant int := 32 * 1024 * 1024;
  before_text constant text := before::text;
  after_text  constant text := after::text;
begin
  if coalesce(octet_length(before_text), 0) + coalesce(octet_length(after_text), 0) <= max_bytes then
    return audit._plv8_diff(diff_type, before_text, after_text, key)::jsonb;
  end if;
  return audit._diff_by_sql(diff_type, before, after, key);
end
$function$;

comment on function audit._diff_by_plv8(text, jsonb, jsonb, text[]) is
  'The diff of two JSON documents of a declared type, computed in plv8; in SQL where they are too large for its memory.';

revoke all on function audit._diff_by_plv8(text, jsonb, jsonb, text[]) from public;
