create or replace view audit.mark as
select
  g.name as group_name,
  m.name as mark_name,
  m.marked_at,
  m.marked_by,
  m.protected,
  m.note,
  m.gid,
  m.transaction_id,
  m.snapshot,
  (select count(*)::int from audit.mark_table as t where t.mark_id = m.id) as tables
from audit.table_group_mark as m
join audit.table_group as g on g.id = m.group_id
order by g.name, m.gid, m.id;

comment on view audit.mark is 'The marks of each group, in their order.';
comment on column audit.mark.group_name is 'The group.';
comment on column audit.mark.mark_name is 'The mark.';
comment on column audit.mark.marked_at is 'When it was set, by the clock.';
comment on column audit.mark.marked_by is 'The login role that set it.';
comment on column audit.mark.protected is 'Whether no rollback may go behind it.';
comment on column audit.mark.note is 'What it is for.';
comment on column audit.mark.gid is 'The last emaj_gid before it: records above came later.';
comment on column audit.mark.transaction_id is '64-bit id of the transaction that set it.';
comment on column audit.mark.snapshot is 'The transactions that were under way then (pg_snapshot); none had written to the group''s tables.';
comment on column audit.mark.tables is 'How many tables the group had.';
