create or replace procedure audit._run_export(schedule_id int)
language plpgsql
as $procedure$
-- Source: packages/schema/sql/functions/exports/_run_export.sql
-- The one routine without a search_path of its own: with one it could not commit, and its steps have to outlive the
-- one that fails. So every name is qualified, operators too.
declare
  step audit.export_step;
  done boolean;
begin
  perform audit._purge_export_details(schedule_id);
  commit;
  loop
    step := audit._begin_export(schedule_id);
    commit;
    if step.wait_seconds is not null then
      perform pg_catalog.pg_sleep(step.wait_seconds);
      commit;
    elsif step.run_id is not null then
      done := audit._finish_export(step.run_id);
      commit;
      if not done then
        perform audit._report_export(step.run_id);
      end if;
    else
      exit;
    end if;
  end loop;
end
$procedure$;

comment on procedure audit._run_export(int) is
  'What the pg_cron job of a schedule calls: exports each day that is over and has not been exported, the oldest first, and stops at the first that fails. Each step is committed.';

revoke all on procedure audit._run_export(int) from public;
