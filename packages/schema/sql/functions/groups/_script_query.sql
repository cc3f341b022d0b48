create or replace function audit._script_query(relation regclass, log_table regclass, condition text) returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_script_query.sql
-- An UPDATE may pass values of a unique index from row to row. Of such rows those of one statement are all deleted,
-- and then inserted.
declare
  partitioned constant boolean := (select c.relkind = 'p' from pg_class as c where c.oid = relation);
  target      constant text    := case when partitioned then '' else 'only ' end || relation;
  key         constant text[]  := audit._match_key(relation);
  columns     text;
  new_values  text;
  assignments text;
  place       text;
  replaced    text;
begin
  select
    string_agg(quote_ident(c.name), ', ' order by c.number),
    string_agg(audit._literal(c.type, c.type_id, format('l.%I', c.log_column)), E'\n  || '', '' || ' order by c.number),
    string_agg(
      format(
        E'case when row(o.%1$I)::text is distinct from row(l.%1$I)::text then %2$L || %3$s else '''' end',
        c.log_column, format(', %I = ', c.name), audit._literal(c.type, c.type_id, format('l.%I', c.log_column))
      ),
      E'\n  || ' order by c.number
    ) filter (where not c.always),
    coalesce(
      'row(' || string_agg(format('o.%I', c.log_column), ', ' order by c.number) filter (where u.is_unique or c.always) || ')::text is distinct from row('
        || string_agg(format('l.%I', c.log_column), ', ' order by c.number) filter (where u.is_unique or c.always) || ')::text',
      'false'
    )
  into columns, new_values, assignments, replaced
  from audit._row_columns(relation) as c
  cross join lateral (
    select exists (
      select from pg_index as i
      where i.indrelid = relation and (i.indisunique or i.indisexclusion)
        and (c.number = any (i.indkey) or i.indexprs is not null or i.indpred is not null)
    )
  ) as u (is_unique)
  where not c.generated;

  if key is not null then
    select string_agg(format('%L || %s', format('%s%I = ', case k.position when 1 then '' else ' and ' end, c.name), audit._literal(c.type, c.type_id, format('o.%I', c.log_column))), ' || ' order by k.position)
    into place
    from unnest(key) with ordinality as k (name, position)
    join audit._row_columns(relation) as c on c.name = k.name;
  else
    -- One of the rows with this very image.
    select format(
      '%L || %s || %L',
      format('(tableoid, ctid) = (select r.tableoid, r.ctid from %s as r where row(%s)::record operator(pg_catalog.*=) row(', target, string_agg(format('r.%I', c.name), ', ' order by c.number)),
      string_agg(audit._literal(c.type, c.type_id, format('o.%I', c.log_column)), ' || '', '' || ' order by c.number),
      ')::record limit 1)'
    )
    into place
    from audit._row_columns(relation) as c
    where not c.generated;
  end if;

  return format(
    $query$
select s.batch, s.phase, s.gid, s.statement
from (
  select l.*, case when l.emaj_replaced then min(l.emaj_gid) over (partition by l.emaj_txid, l.emaj_changed, l.emaj_replaced) else l.emaj_gid end as emaj_batch
  from (
    select l.*, l.emaj_verb = 'UPD' and (%1$s) as emaj_replaced
    from %2$s as l left join %2$s as o on o.emaj_gid = l.emaj_gid and o.emaj_tuple = 'OLD' and l.emaj_verb = 'UPD'
    where (l.emaj_tuple <> 'OLD' or l.emaj_verb <> 'UPD') and (%3$s)
  ) as l
) as l
left join %2$s as o on o.emaj_gid = l.emaj_gid and o.emaj_tuple = 'OLD'
cross join lateral (
  select l.emaj_batch as batch, 1 as phase, l.emaj_gid as gid, %4$L || %5$s || ');' as statement where l.emaj_verb = 'INS' or l.emaj_replaced
  union all
  select l.emaj_batch, 0, l.emaj_gid, %6$L || %7$s || ';' where l.emaj_verb = 'DEL' or l.emaj_replaced or l.emaj_verb = 'TRU' and l.emaj_tuple = 'OLD' and %8$s
  union all
  select l.emaj_batch, 1, l.emaj_gid, %9$L where l.emaj_verb = 'TRU' and l.emaj_tuple = '' and not %8$s
  union all
  select l.emaj_batch, 1, l.emaj_gid, %10$L || substr(u.assignments, 3) || ' where ' || %7$s || ';'
  from (select %11$s) as u (assignments)
  where l.emaj_verb = 'UPD' and not l.emaj_replaced and u.assignments <> ''
) as s$query$,
    replaced,
    log_table,
    condition,
    format('insert into %s (%s) overriding system value values (', relation, columns),
    new_values,
    format('delete from %s where ', target),
    place,
    partitioned::text,
    format('delete from %s;', target),
    format('update %s set ', target),
    coalesce(assignments, '''''')
  );
end
$function$;

comment on function audit._script_query(regclass, regclass, text) is
  'The query that writes the statements which repeat the changes in a table, with the order they go in: batch, phase, gid. condition: which records, of the alias l.';

revoke all on function audit._script_query(regclass, regclass, text) from public;
