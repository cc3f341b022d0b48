create or replace function audit._check_table(target regclass) returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_check_table.sql
declare
  relation record;
  other    regclass;
begin
  if target is null then
    raise exception using
      errcode = 'UA001',
      message = 'no table was named',
      hint = 'Name the table to track, for example audit.track(''shop.orders'').';
  end if;

  select c.relkind, c.relpersistence, n.nspname
  into strict relation
  from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
  where c.oid = target;

  if relation.relkind not in ('r', 'p') then
    raise exception using
      errcode = 'UA001',
      message = format(
        '%s is %s, not a table',
        target,
        case relation.relkind
          when 'v' then 'a view'
          when 'm' then 'a materialized view'
          when 'f' then 'a foreign table'
          when 'S' then 'a sequence'
          when 'c' then 'a composite type'
          else 'an index'
        end
      ),
      hint = 'Track the tables that hold the rows: changes made through a view are recorded there.';
  elsif relation.nspname in ('pg_catalog', 'information_schema') or relation.nspname like 'pg\_toast%' then
    raise exception using
      errcode = 'UA003',
      message = format('%s is a system table', target),
      hint = 'PostgreSQL runs no triggers on its own tables. Track your own.';
  elsif relation.relpersistence = 't' then
    raise exception using
      errcode = 'UA002',
      message = format('%s is a temporary table', target),
      hint = 'Its rows end with the session. Track the table that they are copied to.';
  elsif relation.nspname = 'audit' or exists (select from audit.row_log as r where r.log_table = target) then
    raise exception using
      errcode = 'UA004',
      message = format('%s belongs to the audit schema itself', target),
      hint = 'The log is append-only and needs no log of its own. Track your own tables.';
  end if;

  select t.relid into other
  from audit.tracked_table as t
  where target in (select d from audit._descendants(t.relid) as d)
    and not exists (select from audit.tracked_table as own where own.relid = target)
  limit 1;
  if found then
    raise exception using
      errcode = 'UA012',
      message = format('%s is recorded already, as a partition or child of %s', target, other),
      hint = format('Its rows stand in the log under %s. To track it on its own, untrack %s first.', other, other);
  end if;

  perform audit._refuse_foreign_part(target);
end
$function$;

comment on function audit._check_table(regclass) is
  'Refuses to track what is no ordinary or partitioned table of the application: errors UA001 to UA004, UA012 and UA013.';

revoke all on function audit._check_table(regclass) from public;
