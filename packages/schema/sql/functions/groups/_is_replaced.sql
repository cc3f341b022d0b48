create or replace function audit._is_replaced(relation regclass, before text, after text) returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_is_replaced.sql
-- Two rows that exchange values of a unique index can't be updated one after the other: they are deleted and inserted.
-- A row that a foreign key outside of our reach, or one with RESTRICT, may hold on to can't be deleted.
declare
  key       constant text[]  := coalesce(audit._match_key(relation), '{}');
  held      constant boolean := exists (
    select from pg_constraint as c
    where c.contype = 'f' and c.conparentid = 0 and coalesce(pg_partition_root(c.confrelid), c.confrelid) = relation
      and (
        c.confdeltype = 'r'
        or not exists (
          select from audit.table_group_member as child
          join audit.table_group_member as parent on parent.group_id = child.group_id and parent.removed_gid is null
          where child.relid = coalesce(pg_partition_root(c.conrelid), c.conrelid) and child.removed_gid is null and parent.relid = relation
        )
      )
  );
  columns   text[];
begin
  select array_agg(c.log_column order by c.number) into columns
  from audit._row_columns(relation) as c
  where not c.generated and c.name <> all (key) and (
    c.always
    or not held and exists (
      select from pg_index as i
      where i.indrelid = relation and (i.indisunique or i.indisexclusion)
        -- What an expression or a condition looks at is not worth finding out.
        and (c.number = any (i.indkey) or i.indexprs is not null or i.indpred is not null)
    )
  );
  if columns is null then
    return 'false';
  end if;
  return format(
    '(d.now_ref is not null and d.then_ref is not null and row(%s)::text is distinct from row(%s)::text)',
    (select string_agg(format('%s.%I', before, c), ', ') from unnest(columns) as c),
    (select string_agg(format('%s.%I', after, c), ', ') from unnest(columns) as c)
  );
end
$function$;

comment on function audit._is_replaced(regclass, text, text) is
  'The expression for whether a row is deleted and inserted rather than updated, of the aliases of the log records of its two images: where values of a unique index or of an always generated identity change.';

revoke all on function audit._is_replaced(regclass, text, text) from public;
