create or replace function audit._maintenance_problems() returns text[]
language plpgsql
stable
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
as $function$
-- Source: packages/schema/sql/functions/retention/_maintenance_problems.sql
declare
  this_month constant timestamptz := date_trunc('month', now());
  missing    timestamptz;
  problems   text[] := '{}'::text[];
begin
  if exists (select from audit.data_op_log_default) then
    problems := problems || 'the default partition of the log holds records, which are in the way of their months'' partitions; run audit-cli maintain'::text;
  end if;
  select m.month into missing
  from (values (this_month), (this_month + interval '1 month')) as m (month)
  where not exists (select from audit._log_partitions() as p where p.begins <= m.month and p.ends > m.month)
  order by m.month
  limit 1;
  if found then
    problems := problems || format('the log has no partition for %s; run audit-cli maintain, or let it be run every night: audit-cli schedule maintenance', to_char(missing, 'YYYY-MM'));
  end if;
  if to_regclass('audit.data_op_log_emptied') is not null then
    problems := problems || 'a former default partition, audit.data_op_log_emptied, has still to be compared with the log; run audit-cli maintain'::text;
  end if;
  return problems;
end
$function$;

comment on function audit._maintenance_problems() is
  'What audit.maintain has to do soon, one sentence each; empty where all is well.';

revoke all on function audit._maintenance_problems() from public;
