create or replace function audit._way_back(relation regclass, before text, after text) returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_way_back.sql
-- Two rows that exchange values of a unique index can't be updated one after the other: they are deleted and inserted.
-- A row that a foreign key outside of our reach, or one with RESTRICT, may hold on to can't be deleted.
declare
  fixed constant text[]  := array(select c.name from audit._row_columns(relation) as c where c.always and c.name <> all (coalesce(audit._match_key(relation), '{}')));
  held  constant boolean := exists (
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
begin
  return format(
    $sql$case
    when d.now_ref is null then 'insert'
    when d.then_ref is null then 'delete'
    when row(%s)::text is distinct from row(%s)::text then 'replace'
    when row(%s)::text is distinct from row(%s)::text then %L
    else 'update'
  end$sql$,
    audit._logged_list(relation, before, fixed), audit._logged_list(relation, after, fixed),
    audit._logged_list(relation, before, audit._unique_columns(relation)), audit._logged_list(relation, after, audit._unique_columns(relation)),
    case when held then 'update late' else 'replace' end
  );
end
$function$;

comment on function audit._way_back(regclass, text, text) is
  'The expression for how a row is brought back, of the aliases of the log records of its two images: insert, delete, update, replace (delete and insert: where values of a unique index or of an always generated identity change) or, where such a row can''t be deleted, update late (after all deletions).';

revoke all on function audit._way_back(regclass, text, text) from public;
