create or replace function audit._month_table(month date) returns regclass
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
as $function$
-- Source: packages/schema/sql/functions/retention/_month_table.sql
-- A table of its own at first, which locks nothing that anybody uses. The constraint spares the log a scan of it when
-- it is attached, and tells such a table from others.
declare
  first_moment constant timestamptz := date_trunc('month', month::timestamptz);
  next_month   constant timestamptz := first_moment + interval '1 month';
  name         constant text        := 'data_op_log_' || to_char(first_moment, 'YYYY_MM');
  made         regclass             := to_regclass(format('audit.%I', name));
begin
  if made is not null and exists (
    select from pg_constraint as k where k.conrelid = made and k.conname = 'data_op_log_month'
  ) then
    return made;
  end if;
  if made is not null or exists (
    select from audit._log_partitions() as p where p.begins < next_month and p.ends > first_moment
  ) then
    raise exception using
      errcode = 'UA073',
      message = case
        when made is not null then format('the records of %s have no partition, and a table %s is in the way', to_char(first_moment, 'YYYY-MM'), made)
        else format('the records of %s have no partition, and that of another stretch of time overlaps the month', to_char(first_moment, 'YYYY-MM'))
      end,
      hint = 'Rename or move that table, or attach it to the log again.';
  end if;
  execute format(
    'create table audit.%I (
       like audit.data_op_log including defaults including constraints including indexes including storage including compression,
       constraint data_op_log_month check (action_tstamp_tx >= %L and action_tstamp_tx < %L)
     )',
    name, first_moment, next_month
  );
  made := format('audit.%I', name)::regclass;
  execute format('comment on table %s is %L', made, to_char(first_moment, '"Records of transactions that began in "YYYY-MM" (UTC)."'));
  perform audit._protect_log_table(made);
  perform audit._give_to_log_owner(made);
  return made;
end
$function$;

comment on function audit._month_table(date) is
  'The table for a month (UTC) that audit._attach_month makes a partition of the log; made where it is not there yet. Error: UA073.';

revoke all on function audit._month_table(date) from public;
