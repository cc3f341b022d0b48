create or replace function audit._column_list(relation regclass) returns text
language sql
stable
set search_path = pg_catalog, pg_temp
as $function$
  -- Source: packages/schema/sql/functions/_column_list.sql
  select string_agg(quote_ident(c.name), ', ' order by c.position)
  from unnest(audit._column_names(relation)) with ordinality as c (name, position);
$function$;

comment on function audit._column_list(regclass) is 'The columns of a table, for a hint.';

revoke all on function audit._column_list(regclass) from public;
