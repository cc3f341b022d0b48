create or replace function audit._drop_emptied() returns bigint
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set jit = off
as $function$
-- Source: packages/schema/sql/functions/retention/_drop_emptied.sql
declare
  columns text;
  missing bigint;
begin
  if to_regclass('audit.data_op_log_emptied') is null then
    return null;
  end if;
  select string_agg(format('%I', a.attname), ', ' order by a.attnum) into strict columns
  from pg_attribute as a
  where a.attrelid = 'audit.data_op_log'::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '';
  execute format(
    'insert into audit.data_op_log (%1$s)
     select %1$s
     from audit.data_op_log_emptied as e
     where e.action_tstamp_tx >= coalesce((select min(p.begins) from audit._log_partitions() as p), ''-infinity'')
       and not exists (select from audit.data_op_log as l where l.id = e.id and l.action_tstamp_tx = e.action_tstamp_tx)',
    columns
  );
  get diagnostics missing = row_count;
  drop table audit.data_op_log_emptied;
  return missing;
end
$function$;

comment on function audit._drop_emptied() is
  'Compares a former default partition that was too large for it under lock with the log, adds what the log lacks (records that someone inserted by hand in that moment), and drops it. Returns how many it added; null where there is none.';

revoke all on function audit._drop_emptied() from public;
