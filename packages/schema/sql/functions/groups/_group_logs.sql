create or replace function audit._group_logs(group_id int, after_gid bigint, until_gid bigint)
returns table (
  relid       regclass,
  schema_name text,
  table_name  text,
  log_table   regclass,
  above       bigint,
  up_to       bigint
)
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_group_logs.sql
#variable_conflict use_column
begin
  return query
  with logs as (
    select t.member_id, t.log_table
    from audit.mark_table as t join audit.table_group_mark as m on m.id = t.mark_id
    where m.group_id = _group_logs.group_id and m.gid >= after_gid and (until_gid is null or m.gid <= until_gid)
    union
    select g.member_id, g.log_table from audit._group_tables(_group_logs.group_id) as g
  )
  select m.relid, n.nspname::text, coalesce(c.relname::text, m.relid::text), l.log_table,
    greatest(after_gid, m.assigned_gid), least(until_gid, m.removed_gid)
  from logs as l
  join audit.table_group_member as m on m.id = l.member_id
  join pg_class as log on log.oid = l.log_table
  left join pg_class as c on c.oid = m.relid
  left join pg_namespace as n on n.oid = c.relnamespace
  order by n.nspname, c.relname, l.log_table::oid;
end
$function$;

comment on function audit._group_logs(int, bigint, bigint) is
  'The log tables that a group had between two gids, also of tables that have left it and from before a row_log was rebuilt, each with the gids that count.';

revoke all on function audit._group_logs(int, bigint, bigint) from public;
