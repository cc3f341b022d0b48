create or replace function audit._on_param() returns trigger
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set standard_conforming_strings = on
as $function$
-- Source: packages/schema/sql/functions/row_log/_on_param.sql
begin
  if new.param_key = 'alter_log_table' and new.param_value_text <> '' then
    perform audit._check_log_clause(new.param_value_text);
  end if;
  return new;
end
$function$;

comment on function audit._on_param() is 'Trigger function: refuses a value of audit.param that can''t work.';

revoke all on function audit._on_param() from public;
