-- The log tables by name: a schema audit_log may hold more than ours.
do $do$
declare
  log_table text;
begin
  if to_regclass('audit.row_log') is not null then
    for log_table in
      select r.log_table::text from audit.row_log as r join pg_catalog.pg_class as c on c.oid = r.log_table
    loop
      execute pg_catalog.format('drop table %s', log_table);
    end loop;
  end if;
  if to_regnamespace('audit_log') is not null
    and not exists (select from pg_catalog.pg_class as c where c.relnamespace = 'audit_log'::regnamespace)
    and (select n.nspowner from pg_catalog.pg_namespace as n where n.nspname = 'audit_log')
      = (select n.nspowner from pg_catalog.pg_namespace as n where n.nspname = 'audit')
  then
    drop schema audit_log;
  end if;
end
$do$;
drop schema audit cascade;
