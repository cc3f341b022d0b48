create or replace function audit._unattached_months() returns setof regclass
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/retention/_unattached_months.sql
begin
  return query
  select c.oid::regclass
  from pg_class as c
  join pg_constraint as k on k.conrelid = c.oid and k.conname = 'data_op_log_month'
  where c.relnamespace = 'audit'::regnamespace and not c.relispartition
  order by c.relname;
end
$function$;

comment on function audit._unattached_months() is
  'The tables that audit._month_table has made in this transaction and that are no partitions yet.';

revoke all on function audit._unattached_months() from public;
