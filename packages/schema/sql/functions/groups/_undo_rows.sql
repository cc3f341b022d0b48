create or replace function audit._undo_rows(tracked_id int, relation regclass, round int, step text) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_undo_rows.sql
-- A row that is not as the log says stays as it is: the next round finds that out.
declare
  net     constant text   := audit._net_table(tracked_id, round);
  key     constant text[] := audit._match_key(relation);
  target  constant text   := case when (select c.relkind from pg_class as c where c.oid = relation) = 'p' then '' else 'only ' end || relation;
  image   constant text   := audit._row_image(relation, '(d.now_row)');
  matches text;
  columns text;
begin
  if key is null then
    if step = 'delete' then
      execute format(
        $query$
delete from %1$s as r
using (
  select r.tableoid as part, r.ctid as place, %2$s as image, row_number() over (partition by %2$s) as copy
  from %1$s as r
  where %2$s in (select %3$s from %4$s as d where d.now_ref is not null)
) as found
join %4$s as d on d.now_ref is not null and %3$s = found.image and found.copy <= d.copies
where r.tableoid = found.part and r.ctid = found.place$query$,
        target, audit._row_image(relation, 'r'), image, net
      );
    end if;
    return;
  end if;

  matches := audit._key_matches(relation, 'r', 'd');
  if step = 'delete' then
    execute format(
      'delete from %s as r using %s as d where d.way in (''delete'', ''replace'') and %s and %s = %s',
      target, net, matches, audit._row_image(relation, 'r'), image
    );
    return;
  end if;
  if step = 'update late' then
    -- Nulls are in nobody's way.
    select string_agg(format('%I = null', c.name), ', ') into columns
    from audit._row_columns(relation) as c
    join pg_attribute as a on a.attrelid = relation and a.attname = c.name and not a.attnotnull
    where c.name = any (audit._unique_columns(relation)) and not c.always;
    if columns is not null then
      execute format(
        'update %s as r set %s from %s as d where d.way = ''update late'' and %s and %s = %s',
        target, columns, net, matches, audit._row_image(relation, 'r'), image
      );
    end if;
  end if;
  -- The key too: two values that are equal, such as 1.0 and 1.00, need not be the same.
  select string_agg(format('%I = (d.then_row).%I', c.name, c.name), ', ' order by c.number) into columns
  from audit._row_columns(relation) as c
  where not c.generated and not c.always;
  if columns is not null then
    execute format(
      'update %s as r set %s from %s as d where d.way = %L and %s and %s',
      target, columns, net, step, matches,
      case when step = 'update' then format('%s = %s', audit._row_image(relation, 'r'), image) else 'true' end
    );
  end if;
end
$function$;

comment on function audit._undo_rows(int, regclass, int, text) is
  'A step of a round. update: gives rows the values that they had then; delete: deletes those that were not there, and those that are inserted anew; update late: as update, for rows whose values others may have had until now.';

revoke all on function audit._undo_rows(int, regclass, int, text) from public;
