select t.relid::regclass::text as name
from (
  select 'audit.data_op_log'::regclass::oid
  union all select audit._descendants('audit.data_op_log')
  union all select r.log_table from audit.row_log as r join pg_catalog.pg_class as c on c.oid = r.log_table
) as t (relid)
where not exists (
  select from pg_catalog.pg_trigger as g
  where g.tgrelid = t.relid and g.tgname = 'audit_append_only' and g.tgenabled = 'A'
)
order by 1
