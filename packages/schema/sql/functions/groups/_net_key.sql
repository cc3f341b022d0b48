create or replace function audit._net_key(relation regclass, source text) returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_net_key.sql
begin
  return coalesce(
    (
      select string_agg(format('%s.%I as k%s, ', source, c.log_column, k.position), '' order by k.position)
      from unnest(audit._match_key(relation)) with ordinality as k (name, position)
      join audit._row_columns(relation) as c on c.name = k.name
    ),
    ''
  );
end
$function$;

comment on function audit._net_key(regclass, text) is
  'The columns that tell the rows of a table apart in its log table as k1, k2, … for the start of a SELECT list, each with a comma behind it; empty where there are none.';

revoke all on function audit._net_key(regclass, text) from public;
