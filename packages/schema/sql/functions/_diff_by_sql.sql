create or replace function audit._diff_by_sql(diff_type text, before jsonb, after jsonb, key text[]) returns jsonb
language plpgsql
immutable
parallel safe
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_diff_by_sql.sql
begin
  return case diff_type
    when 'object' then audit._diff_object(before, after)
    when 'array' then audit._diff_array(before, after)
    when 'objectArray' then audit._diff_object_array(before, after, key)
    else audit._diff_other(before, after)
  end;
end
$function$;

comment on function audit._diff_by_sql(text, jsonb, jsonb, text[]) is
  'The diff of two JSON documents of a declared type, computed in SQL.';

revoke all on function audit._diff_by_sql(text, jsonb, jsonb, text[]) from public;
