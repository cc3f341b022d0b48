create or replace function audit._free_log_column(log_table regclass, name text) returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/row_log/_free_log_column.sql
declare
  number int := 1;
begin
  while audit._log_column_type(log_table, audit._suffixed(name, number)) is not null loop
    number := number + 1;
  end loop;
  return audit._suffixed(name, number);
end
$function$;

comment on function audit._free_log_column(regclass, text) is 'A name with the first suffix (_1, _2 …) that no column of a log table has.';

revoke all on function audit._free_log_column(regclass, text) from public;
