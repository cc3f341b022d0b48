create or replace function audit._retype_log_column(log_table regclass, name text, type text) returns boolean
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/row_log/_retype_log_column.sql
-- Only where each value comes back as it was: history is not rounded or cut. And only with casts that nobody but
-- PostgreSQL and extensions have made, because they run with the rights of the log's owner.
declare
  present text;
  safe    boolean;
  altered boolean;
begin
  select format_type(a.atttypid, a.atttypmod), audit._is_lasting_type(a.atttypid) and audit._is_lasting_type(to_regtype(regexp_replace(type, ' collate .*', '')))
  into present, safe
  from pg_attribute as a
  where a.attrelid = log_table and a.attname = _retype_log_column.name;
  if not safe then
    return false;
  end if;
  execute format(
    'select not exists (select from %1$s as l where (l.%2$I::%3$s)::%4$s::text is distinct from l.%2$I::text)',
    log_table, name, type, present
  ) into altered;
  if altered then
    execute format('alter table %1$s alter column %2$I type %3$s using %2$I::%4$s', log_table, name, type, regexp_replace(type, ' collate .*', ''));
  end if;
  return altered;
exception
  when lock_not_available or deadlock_detected or serialization_failure then
    raise;
  when others then
    return false;
end
$function$;

comment on function audit._retype_log_column(regclass, text, text) is
  'Gives a column of a log table another type, if no value in it changes by that; else returns false and leaves it.';

revoke all on function audit._retype_log_column(regclass, text, text) from public;
