create or replace procedure audit._run_maintenance(keep interval)
language plpgsql
as $procedure$
-- Source: packages/schema/sql/functions/retention/_run_maintenance.sql
-- Without a search_path of its own: with one it could not commit, and the locks of one step must not be held during
-- the next. So every name is qualified, and there is no operator that a path could lead elsewhere.
begin
  perform audit._purge_job_details('audit_maintenance', interval '30 days');
  commit;
  perform audit.maintain();
  commit;
  perform audit._drop_older(keep);
  commit;
end
$procedure$;

comment on procedure audit._run_maintenance(interval) is
  'What the pg_cron job of audit.schedule_maintenance calls: audit.maintain, and audit.drop_before where there is a keep. Each step is committed.';

revoke all on procedure audit._run_maintenance(interval) from public;
