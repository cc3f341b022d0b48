create or replace function audit._fill_months(
  patience interval,
  out counts jsonb,
  out settled_id bigint,
  out countable boolean
)
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/retention/_fill_months.sql
declare
  started timestamptz;
  pass    jsonb;
  before  bigint := audit._last_settled_id(patience);
begin
  counts := audit._copy_default();
  -- Meanwhile more have come. Each pass takes less time than the one before, so that few are left for the last, under lock.
  for round in 1..3 loop
    settled_id := before;
    before := audit._last_settled_id(patience);
    pass := audit._copy_latest(settled_id);
    settled_id := before;
    counts := audit._add_counts(counts, pass);
    exit when audit._count_of(pass) < 1000;
  end loop;
  -- To be repeated under lock, where there is not much time.
  started := clock_timestamp();
  perform count(*) from audit.data_op_log_default;
  countable := clock_timestamp() < started + interval '0.4 seconds';
end
$function$;

comment on function audit._fill_months(interval) is
  'Copies the default partition to tables of its months, without a lock that anybody could wait for. counts: how many records to which; settled_id: records up to this id need not be looked for again; countable: whether the default partition is counted quickly. Errors: UA070, UA073.';

revoke all on function audit._fill_months(interval) from public;
