create or replace function audit._add_log_partition(month date) returns regclass
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
as $function$
-- Source: packages/schema/sql/functions/_add_log_partition.sql
declare
  first_day constant timestamptz := date_trunc('month', month::timestamptz);
  made      regclass;
begin
  if to_regclass(format('audit.%I', 'data_op_log_' || to_char(first_day, 'YYYY_MM'))) is not null or exists (
    select from audit._log_partitions() as p where p.begins < first_day + interval '1 month' and p.ends > first_day
  ) then
    return null;
  end if;
  -- Records of that month that are in the default partition already have to be moved first: see audit.maintain.
  if exists (
    select from audit.data_op_log_default as d
    where d.action_tstamp_tx >= first_day and d.action_tstamp_tx < first_day + interval '1 month'
  ) then
    return null;
  end if;
  made := audit._month_table(month);
  perform audit._attach_month(made);
  return made;
end
$function$;

comment on function audit._add_log_partition(date) is
  'Makes the log''s partition for a month (UTC) and returns it; null where it exists, or where the default partition already holds records of that month.';

revoke all on function audit._add_log_partition(date) from public;
