create or replace function audit.rebuild_row_log(target regclass) returns regclass
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set standard_conforming_strings = on
set jit = off
as $function$
-- Source: packages/schema/sql/functions/row_log/rebuild_row_log.sql
declare
  own_id int;
begin
  select t.id into own_id
  from audit.tracked_table as t join audit.row_log as r on r.tracked_id = t.id
  where t.relid = rebuild_row_log.target;
  if not found then
    raise exception using
      errcode = 'UA044',
      message = format('%s has no log table', coalesce(rebuild_row_log.target::text, 'null')),
      hint = 'audit.track makes one: row_log => true.';
  end if;
  -- No writer in between: what it has written would be in the old log table, and what it writes next in neither.
  execute format('lock table %s in share row exclusive mode', rebuild_row_log.target);
  perform audit._stop_row_log(own_id);
  perform audit._start_row_log(own_id);
  perform audit._build_capture(own_id);
  return (select r.log_table from audit.row_log as r where r.tracked_id = own_id);
end
$function$;

comment on function audit.rebuild_row_log(regclass) is
  'Begins the log table of a tracked table anew, for example with another alter_log_table; the old one is kept with a suffix, _1, _2 …. Returns the new one. Waits for running writes. Errors: UA040, UA043, UA044. Example: select audit.rebuild_row_log(''shop.orders'').';

revoke all on function audit.rebuild_row_log(regclass) from public;
