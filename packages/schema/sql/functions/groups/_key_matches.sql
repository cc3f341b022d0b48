create or replace function audit._key_matches(relation regclass, source text, net text) returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_key_matches.sql
-- An extension's type has its operators wherever the extension is: the index knows which.
begin
  return (
    select string_agg(
      format('%s.%I operator(%I.%s) %s.k%s', source, k.name, n.nspname, o.oprname, net, k.position), ' and ' order by k.position
    )
    from unnest(audit._match_key(relation)) with ordinality as k (name, position)
    join pg_attribute as a on a.attrelid = relation and a.attname = k.name
    cross join lateral (
      select p.amopopr
      from pg_index as i
      cross join lateral unnest(i.indkey, i.indclass) as x (number, opclass)
      join pg_opclass as c on c.oid = x.opclass
      join pg_amop as p on p.amopfamily = c.opcfamily and p.amopmethod = c.opcmethod and p.amopstrategy = 3
        and p.amoplefttype = c.opcintype and p.amoprighttype = c.opcintype
      join pg_am as m on m.oid = c.opcmethod and m.amname = 'btree'
      where i.indrelid = relation and i.indisunique and x.number = a.attnum
      order by i.indisprimary desc, i.indexrelid
      limit 1
    ) as equal
    join pg_operator as o on o.oid = equal.amopopr
    join pg_namespace as n on n.oid = o.oprnamespace
  );
end
$function$;

comment on function audit._key_matches(regclass, text, text) is
  'The condition that a row of a table (source: its alias) has the key k1, k2, … of the alias net; null for a table without a key.';

revoke all on function audit._key_matches(regclass, text, text) from public;
