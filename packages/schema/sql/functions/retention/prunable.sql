create or replace function audit.prunable(before timestamptz)
returns table (partition text, begins timestamptz, ends timestamptz, records bigint, bytes bigint, whole boolean)
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
as $function$
-- Source: packages/schema/sql/functions/retention/prunable.sql
declare
  cut  constant timestamptz := audit._month_cut(prunable.before);
  part record;
begin
  for part in select p.* from audit._log_partitions() as p where p.begins < prunable.before order by p.begins loop
    partition := part.partition::text;
    begins := part.begins;
    ends := part.ends;
    whole := part.ends <= prunable.before;
    bytes := pg_total_relation_size(part.partition);
    execute format('select count(*) from %s as l where $1 or l.action_tstamp_tx < $2', part.partition)
    into records using whole, prunable.before;
    if whole or records > 0 then
      return next;
    end if;
  end loop;
  -- What is in the default partition goes by months too.
  return query
  select
    'audit.data_op_log_default'::text, d.month, d.month + interval '1 month', count(*), null::bigint, d.month < cut
  from (
    select date_trunc('month', l.action_tstamp_tx) as month
    from audit.data_op_log_default as l
    where l.action_tstamp_tx < prunable.before
  ) as d
  group by d.month
  order by d.month;
end
$function$;

comment on function audit.prunable(timestamptz) is
  'What audit.drop_before would drop: the months that lie wholly before a time (whole), with their records, counted, and their size on disk; and how many earlier records the month has that this time is in, which stay. Months (UTC) without a partition stand in audit.data_op_log_default, without a size of their own. Error: UA072. Example: select * from audit.prunable(now() - interval ''12 months'').';

revoke all on function audit.prunable(timestamptz) from public;
