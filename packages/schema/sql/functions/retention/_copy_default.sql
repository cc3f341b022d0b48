create or replace function audit._copy_default(after_id bigint default null) returns jsonb
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
as $function$
-- Source: packages/schema/sql/functions/retention/_copy_default.sql
declare
  columns     text;
  later       constant text := case when after_id is not null then format('d.id > %s', after_id) else 'true' end;
  month       timestamptz;
  month_table regclass;
  copied      bigint;
  counts      jsonb := '{}'::jsonb;
begin
  select string_agg(format('%I', a.attname), ', ' order by a.attnum) into strict columns
  from pg_attribute as a
  where a.attrelid = 'audit.data_op_log'::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '';

  for month in execute
    'select distinct date_trunc(''month'', d.action_tstamp_tx) from audit.data_op_log_default as d where ' || later || ' order by 1'
  loop
    if not isfinite(month) then
      raise exception using
        errcode = 'UA073',
        message = format('the default partition holds records of the time %s, which is in no month', month),
        hint = 'They were inserted by hand. Make a partition for them: create table … partition of audit.data_op_log for values from (…) to (…).';
    end if;
    month_table := audit._month_table(month::date);
    execute format(
      'insert into %1$s (%2$s)
       select %2$s
       from audit.data_op_log_default as d
       where d.action_tstamp_tx >= $1 and d.action_tstamp_tx < $2 and %3$s
         and not exists (select from %1$s as c where c.id = d.id and c.action_tstamp_tx = d.action_tstamp_tx)',
      month_table, columns, later
    )
    using month, month + interval '1 month';
    get diagnostics copied = row_count;
    counts := counts || jsonb_build_object(month_table::text, copied);
  end loop;
  return counts;
end
$function$;

comment on function audit._copy_default(bigint) is
  'Copies the records of the default partition (those with a greater id than after_id) that have no copy yet to the tables of their months, and says how many to which: {"<table>": <number>}. Error: UA073.';

revoke all on function audit._copy_default(bigint) from public;
