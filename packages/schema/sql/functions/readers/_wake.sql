create or replace function audit._wake() returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/readers/_wake.sql
-- The write must not fail for it. A commit fails when the queue of notifications is full, and a transaction that has
-- notified can't be prepared: where either can be, followers find out by polling. PostgreSQL sends equal
-- notifications of one transaction once.
begin
  if current_setting('max_prepared_transactions') = '0' and pg_notification_queue_usage() < 0.5 then
    perform pg_notify('audit_log', '');
  end if;
end
$function$;

comment on function audit._wake() is
  'Wakes those who follow the log, when this transaction is committed. Called by the captures while audit.followed_until lies ahead.';

revoke all on function audit._wake() from public;
