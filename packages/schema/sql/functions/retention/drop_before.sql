create or replace function audit.drop_before(
  before timestamptz,
  force boolean default false,
  patience interval default '30 seconds'
) returns table (partition text, begins timestamptz, ends timestamptz, records bigint, bytes bigint, dropped boolean)
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
as $function$
-- Source: packages/schema/sql/functions/retention/drop_before.sql
declare
  cut      constant timestamptz := audit._month_cut(drop_before.before);
  emptying boolean;
  filled   record;
  going    text[];
  gone     text;
begin
  perform audit._begin_maintenance(drop_before.patience);
  perform audit._drop_emptied();
  -- From here on nobody can write a record that is not counted.
  perform audit._await_older(cut, drop_before.patience);
  if drop_before.force is not true then
    perform audit._refuse_unread(cut);
  end if;

  return query select p.partition, p.begins, p.ends, p.records, p.bytes, p.whole from audit.prunable(drop_before.before) as p;
  going := array(select p.partition::text from audit._log_partitions() as p where p.ends <= drop_before.before order by p.begins);
  emptying := exists (select from audit.data_op_log_default as d where d.action_tstamp_tx < cut);
  if emptying then
    select f.* into strict filled from audit._fill_months(drop_before.patience) as f;
  elsif going = '{}' then
    return;
  end if;

  perform audit._lock_log(
    true, going || case when emptying then '{audit.data_op_log_default}'::text[] end, drop_before.patience, emptying
  );
  if emptying then
    perform audit._swap_default(filled.counts, filled.settled_id, filled.countable);
  end if;
  for gone in select p.partition::text from audit._log_partitions() as p where p.ends <= drop_before.before loop
    execute format('drop table %s', gone);
  end loop;
end
$function$;

comment on function audit.drop_before(timestamptz, boolean, interval) is
  'Drops the months (UTC) of the log that lie wholly before a time, and returns them as audit.prunable shows them; the month that the time is in stays whole (dropped is false). Refuses while a reader (audit.readers) has not read them, unless force. Writers wait for it for a fraction of a second at most; where it gets no lock within patience, it changes nothing. Errors: UA070 to UA074. Example: select * from audit.drop_before(now() - interval ''12 months'').';

revoke all on function audit.drop_before(timestamptz, boolean, interval) from public;
