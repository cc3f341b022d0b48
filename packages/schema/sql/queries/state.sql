-- The catalogs themselves, because to_regclass fails for a role that may not use the schema.
select
  current_setting('server_version_num')::int as "serverVersion",
  current_setting('server_encoding') as encoding,
  current_database()::text as database,
  current_user::text as role,
  case
    when n.oid is null then 'none'
    when not exists (
      select from pg_catalog.pg_class as c where c.relnamespace = n.oid and c.relname = 'schema_migration'
    ) then
      case
        when exists (select from pg_catalog.pg_class as c where c.relnamespace = n.oid)
          or exists (select from pg_catalog.pg_proc as p where p.pronamespace = n.oid)
          then 'foreign'
        else 'none'
      end
    when exists (select from pg_catalog.pg_proc as p where p.pronamespace = n.oid and p.proname = 'untrack')
      then 'installed'
    else 'tables'
  end as schema,
  case
    when n.oid is null then has_database_privilege(current_database(), 'create')
    else pg_has_role(n.nspowner, 'usage')
  end as "mayInstall",
  exists (select from pg_catalog.pg_extension as e where e.extname = 'plv8')
    or exists (select from pg_catalog.pg_available_extensions as e where e.name = 'plv8')
      and (select r.rolsuper from pg_catalog.pg_roles as r where r.rolname = current_user) as "mayUsePlv8"
from (select 'audit') as wanted (name)
left join pg_catalog.pg_namespace as n on n.nspname = wanted.name
