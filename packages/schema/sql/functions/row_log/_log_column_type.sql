create or replace function audit._log_column_type(log_table regclass, name text) returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/row_log/_log_column_type.sql
begin
  return (
    select audit._row_log_type(a.atttypid, a.atttypmod, a.attcollation)
    from pg_attribute as a
    where a.attrelid = log_table and a.attname = _log_column_type.name and not a.attisdropped
  );
end
$function$;

comment on function audit._log_column_type(regclass, text) is 'The type of a log table''s column, with its collation; null where there is no such column.';

revoke all on function audit._log_column_type(regclass, text) from public;
