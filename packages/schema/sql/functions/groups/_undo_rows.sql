create or replace function audit._undo_rows(tracked_id int, relation regclass, round int) returns void
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
  matches text;
  columns text;
begin
  if key is null then
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
      target, audit._row_image(relation, 'r'), audit._row_image(relation, '(d.now_row)'), net
    );
    return;
  end if;

  matches := format('%s and %s = %s', audit._key_matches(relation, 'r', 'd'), audit._row_image(relation, 'r'), audit._row_image(relation, '(d.now_row)'));

  execute format(
    'delete from %s as r using %s as d where d.now_ref is not null and (d.then_ref is null or d.replaced) and %s', target, net, matches
  );
  select string_agg(format('%I = (d.then_row).%I', c.name, c.name), ', ' order by c.number)
  into columns
  from audit._row_columns(relation) as c
  where not c.generated and not c.always and c.name <> all (key);
  if columns is not null then
    execute format(
      'update %s as r set %s from %s as d where d.now_ref is not null and d.then_ref is not null and not d.replaced and %s',
      target, columns, net, matches
    );
  end if;
end
$function$;

comment on function audit._undo_rows(int, regclass, int) is
  'First half of a round: deletes the rows that were not there then, and updates those that were there with other values.';

revoke all on function audit._undo_rows(int, regclass, int) from public;
