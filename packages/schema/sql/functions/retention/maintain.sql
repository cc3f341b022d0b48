create or replace function audit.maintain(
  months_ahead int default 3,
  patience interval default '30 seconds'
) returns table (partition text, outcome text, records bigint)
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
as $function$
-- Source: packages/schema/sql/functions/retention/maintain.sql
-- What takes long comes first and locks nothing; what takes a lock comes last, all at once, and takes no time.
declare
  this_month constant timestamptz := date_trunc('month', now());
  compared   bigint;
  emptying   boolean;
  filled     record;
  counts     jsonb := '{}'::jsonb;
begin
  if maintain.months_ahead is null or maintain.months_ahead not between 0 and 120 then
    raise exception using
      errcode = 'UA072',
      message = format('months_ahead is %s', coalesce(maintain.months_ahead::text, 'null')),
      hint = 'Say for how many months after this one there are to be partitions: 0 to 120.';
  end if;
  perform audit._begin_maintenance(maintain.patience);

  compared := audit._drop_emptied();
  if compared is not null then
    return query select 'audit.data_op_log_emptied'::text, 'compared'::text, compared;
  end if;

  emptying := exists (select from audit.data_op_log_default);
  if emptying then
    select f.* into strict filled from audit._fill_months(maintain.patience) as f;
    counts := filled.counts;
  end if;
  perform audit._month_table((this_month + ahead * interval '1 month')::date)
  from generate_series(0, maintain.months_ahead) as ahead
  where not exists (
    select from audit._log_partitions() as p
    where p.begins < this_month + (ahead + 1) * interval '1 month' and p.ends > this_month + ahead * interval '1 month'
  );
  if not exists (select from audit._unattached_months()) then
    return;
  end if;
  return query select u::text, 'made'::text, 0::bigint from audit._unattached_months() as u where not counts ? u::text;

  perform audit._lock_log(emptying, '{audit.data_op_log_default}', maintain.patience, emptying);
  if emptying then
    counts := audit._swap_default(counts, filled.settled_id, filled.countable);
  else
    perform audit._attach_month(u) from audit._unattached_months() as u;
  end if;
  return query select c.key, 'filled'::text, c.value::bigint from jsonb_each_text(counts) as c order by c.key;
end
$function$;

comment on function audit.maintain(int, interval) is
  'Makes the log''s partitions for this month (UTC) and the next ones, and moves the records of the default partition to partitions of their months. Returns what it did, nothing where there was nothing to do: outcome is made, filled (records: how many were moved), or compared (records: how many a former default partition had besides). Writers wait for it for a fraction of a second at most; where it gets no lock within patience, it changes nothing. Errors: UA070 to UA073. Example: select * from audit.maintain().';

revoke all on function audit.maintain(int, interval) from public;
