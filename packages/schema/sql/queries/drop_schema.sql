-- The log tables one by one: a schema audit_log may hold more than ours.
do $do$
declare
  item record;
begin
  if to_regclass('audit.row_log') is not null then
    for item in
      select r.log_table from audit.row_log as r join pg_catalog.pg_class as c on c.oid = r.log_table
    loop
      execute format('drop table %s', item.log_table);
    end loop;
  end if;
  if exists (
    select from pg_catalog.pg_namespace as n
    where n.nspname = 'audit_log' and n.nspowner = (select o.nspowner from pg_catalog.pg_namespace as o where o.nspname = 'audit')
      and not exists (select from pg_catalog.pg_class as c where c.relnamespace = n.oid)
  ) then
    drop schema audit_log;
  end if;
end
$do$;
drop schema audit cascade;
