create or replace function audit._warn_of_row_log(relation oid, reason text) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/row_log/_warn_of_row_log.sql
begin
  raise warning 'the log table of % did not take a change as it is: %', relation::regclass, reason
    using hint = 'The change is made, and recorded in audit.data_op_log. Put right what was added to the log table: a default, a constraint, a trigger.';
end
$function$;

comment on function audit._warn_of_row_log(oid, text) is
  'Warns that a log table refused a change, or the defaults of its further columns failed.';

revoke all on function audit._warn_of_row_log(oid, text) from public;
