create or replace function audit._refuse_log_change() returns trigger
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_refuse_log_change.sql
begin
  raise exception using
    errcode = 'UA014',
    message = format('%s on the audit log is refused: it is append-only', tg_op),
    hint = 'History leaves the log only a whole partition at a time.';
end
$function$;

comment on function audit._refuse_log_change() is
  'Trigger function: refuses UPDATE, DELETE and TRUNCATE on the log and its partitions.';

revoke all on function audit._refuse_log_change() from public;
