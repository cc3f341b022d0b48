create or replace function audit._add_log_partition(month date) returns regclass
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
as $function$
-- Source: packages/schema/sql/functions/_add_log_partition.sql
declare
  first_day constant date := date_trunc('month', month);
  name      constant text := 'data_op_log_' || to_char(first_day, 'YYYY_MM');
begin
  if to_regclass(format('audit.%I', name)) is not null then
    return null;
  end if;
  -- Records of that month that are in the default partition already stay there: a partition for them can't be made.
  if exists (
    select from audit.data_op_log_default as d
    where d.action_tstamp_tx >= first_day and d.action_tstamp_tx < first_day + interval '1 month'
  ) then
    return null;
  end if;
  execute format(
    'create table audit.%I partition of audit.data_op_log for values from (%L) to (%L)',
    name, first_day::timestamptz, (first_day + interval '1 month')::timestamptz
  );
  execute format('comment on table audit.%I is %L', name, to_char(first_day, '"Records of transactions that began in "YYYY-MM" (UTC)."'));
  perform audit._protect_log_table(format('audit.%I', name)::regclass);
  return format('audit.%I', name)::regclass;
end
$function$;

comment on function audit._add_log_partition(date) is
  'Makes the log''s partition for a month (UTC) and returns it; null where it exists, or where the default partition already holds records of that month.';

revoke all on function audit._add_log_partition(date) from public;
