create or replace function audit._release_log_column(log_table regclass, name text) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/row_log/_release_log_column.sql
-- The application must be able to drop its type: neither refused because of history, nor taking history along. By the
-- type's output function, which a cast of the owner's own can't replace.
begin
  if exists (
    select from pg_attribute as a
    where a.attrelid = log_table and a.attname = _release_log_column.name and not audit._is_lasting_type(a.atttypid)
  ) then
    execute format(
      'alter table %1$s alter column %2$I type text using case when %2$I is distinct from null then concat(%2$I) end',
      log_table, name
    );
  end if;
end
$function$;

comment on function audit._release_log_column(regclass, text) is
  'Turns a column that is only kept from a type of the application''s into text.';

revoke all on function audit._release_log_column(regclass, text) from public;
