create or replace function audit._row_log_may_refuse(log_table regclass) returns boolean
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/row_log/_row_log_may_refuse.sql
-- A row has to fit a page, its long values as pointers of 18 bytes: a very wide table's does, and the same row with
-- six columns more may not.
begin
  return exists (select from pg_attrdef as d where d.adrelid = log_table)
    or audit._row_log_refuses_nulls(log_table)
    or exists (select from pg_index as i where i.indrelid = log_table and not i.indisprimary and (i.indisunique or i.indexprs is not null or i.indpred is not null))
    or exists (select from pg_trigger as g where g.tgrelid = log_table and not g.tgisinternal and g.tgname <> 'audit_append_only')
    or exists (select from pg_class as c where c.oid = log_table and (c.relhasrules or c.relrowsecurity and c.relforcerowsecurity))
    or (
      select sum(case when a.attlen > 0 then a.attlen + 4 else 22 end) > 7500
      from pg_attribute as a where a.attrelid = log_table and a.attnum > 0
    );
end
$function$;

comment on function audit._row_log_may_refuse(regclass) is
  'Whether anything about a log table can fail a write to it: a default, a constraint, a trigger, or a row near the size of a page.';

revoke all on function audit._row_log_may_refuse(regclass) from public;
