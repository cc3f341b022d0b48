create or replace function audit._primary_key(relation regclass) returns text[]
language sql
stable
set search_path = pg_catalog, pg_temp
as $function$
  -- Source: packages/schema/sql/functions/_primary_key.sql
  select array_agg(a.attname::text order by k.position)
  from pg_index as i
  cross join lateral unnest(i.indkey) with ordinality as k (attnum, position)
  join pg_attribute as a on a.attrelid = i.indrelid and a.attnum = k.attnum
  where i.indrelid = relation and i.indisprimary and k.position <= i.indnkeyatts;
$function$;

comment on function audit._primary_key(regclass) is
  'Columns of a table''s primary key, in key order; null where it has none.';

revoke all on function audit._primary_key(regclass) from public;
