create or replace function audit._finish_install() returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set standard_conforming_strings = on
set jit = off
as $function$
-- Source: packages/schema/sql/functions/_finish_install.sql
declare
  partition regclass;
begin
  -- Not while audit.maintain moves records.
  perform pg_advisory_xact_lock(hashtextextended('audit.maintain', 0));
  perform audit._add_log_partition((date_trunc('month', now()) + ahead * interval '1 month')::date)
  from generate_series(0, 3) as ahead;

  perform audit._protect_log_table('audit.data_op_log');
  for partition in select audit._descendants('audit.data_op_log') loop
    perform audit._protect_log_table(partition);
  end loop;

  for partition in select r.log_table from audit.row_log as r join pg_class as c on c.oid = r.log_table loop
    perform audit._protect_log_table(partition);
  end loop;
  create or replace trigger audit_check_param before insert or update on audit.param
    for each row execute function audit._on_param();

  perform audit._arm_event_triggers();
  perform audit._note_renames();
  -- The functions that write the capture functions may have changed.
  perform audit._build_captures();
  perform audit._attach_triggers(t.id)
  from audit.tracked_table as t join pg_class as c on c.oid = t.relid;
end
$function$;

comment on function audit._finish_install() is
  'The last step of an install or upgrade: partitions for this month and the next three, the log''s protection, the event triggers where they can be, and the capture of every tracked table written anew.';

revoke all on function audit._finish_install() from public;
