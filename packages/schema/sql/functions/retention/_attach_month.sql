create or replace function audit._attach_month(month_table regclass) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
as $function$
-- Source: packages/schema/sql/functions/retention/_attach_month.sql
-- ATTACH, because CREATE TABLE … PARTITION OF locks everybody out of the log.
declare
  begins timestamptz;
begin
  select to_date(right(c.relname, 7), 'YYYY_MM')::timestamptz into strict begins from pg_class as c where c.oid = month_table;
  execute format(
    'alter table audit.data_op_log attach partition %s for values from (%L) to (%L)',
    month_table, begins, begins + interval '1 month'
  );
  execute format('alter table %s drop constraint data_op_log_month', month_table);
end
$function$;

comment on function audit._attach_month(regclass) is
  'Makes a table of audit._month_table a partition of the log.';

revoke all on function audit._attach_month(regclass) from public;
