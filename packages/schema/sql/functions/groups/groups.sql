create or replace view audit.groups as
select
  g.name as group_name,
  n.nspname::text as schema_name,
  c.relname::text as table_name,
  m.assigned_at,
  case
    when m.id is null then null
    when t.id is null then 'it is not tracked any more'
    when audit._current_row_log(t.id) is null then 'its row_log is off'
  end as problem,
  g.note,
  g.created_at,
  g.created_by
from audit.table_group as g
left join audit.table_group_member as m on m.group_id = g.id and m.removed_gid is null
left join audit.tracked_table as t on t.id = m.tracked_id
left join pg_catalog.pg_class as c on c.oid = m.relid
left join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
order by g.name, n.nspname, c.relname;

comment on view audit.groups is 'The groups, one row for each table in one; a group without tables has one row.';
comment on column audit.groups.group_name is 'The group.';
comment on column audit.groups.schema_name is 'Schema of the table; null in a group without tables.';
comment on column audit.groups.table_name is 'The table; null in a group without tables.';
comment on column audit.groups.assigned_at is 'When the table came into the group.';
comment on column audit.groups.problem is 'Why its marks do not include the table any more; null where they do.';
comment on column audit.groups.note is 'What the group is for.';
comment on column audit.groups.created_at is 'When the group was made.';
comment on column audit.groups.created_by is 'The login role that made it.';
