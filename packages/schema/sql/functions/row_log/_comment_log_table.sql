create or replace function audit._comment_log_table(log_table regclass, target regclass) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/row_log/_comment_log_table.sql
begin
  execute format(
    'comment on table %s is %L',
    log_table, format('The changes to %s, row by row, in its own types. Written by the captures that audit.track made.', target)
  );
end
$function$;

comment on function audit._comment_log_table(regclass, regclass) is 'Says in the log table''s comment whose changes it holds.';

revoke all on function audit._comment_log_table(regclass, regclass) from public;
