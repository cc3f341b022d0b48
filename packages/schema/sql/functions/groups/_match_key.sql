create or replace function audit._match_key(relation regclass) returns text[]
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_match_key.sql
-- Not the key of the declaration, which need not be unique.
begin
  return (
    select array_agg(a.attname::text order by k.position)
    from pg_index as i
    cross join lateral unnest(i.indkey) with ordinality as k (attnum, position)
    join pg_attribute as a on a.attrelid = i.indrelid and a.attnum = k.attnum
    where i.indrelid = relation and i.indisunique and i.indisvalid and i.indpred is null and i.indexprs is null
      and k.position <= i.indnkeyatts
    group by i.indexrelid, i.indisprimary, i.indnkeyatts
    having bool_and(a.attnotnull and a.attgenerated = '')
    order by i.indisprimary desc, i.indnkeyatts, i.indexrelid
    limit 1
  );
end
$function$;

comment on function audit._match_key(regclass) is
  'The columns that tell the rows of a table apart: of its primary key, or of another unique index without nulls; null where it has neither.';

revoke all on function audit._match_key(regclass) from public;
