create or replace function audit._row_log_problems(tracked_id int) returns setof text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/row_log/_row_log_problems.sql
declare
  followed audit.row_log;
begin
  select r.* into followed from audit.row_log as r where r.tracked_id = _row_log_problems.tracked_id;
  if not found or not exists (select from pg_class as c where c.oid = followed.relid) then
    return;
  end if;
  if not exists (select from pg_class as c where c.oid = followed.log_table) then
    return next 'its log table is gone; call audit.track again, with row_log for a new one';
    return;
  end if;
  return query
  select format('its log table %s has no column for %I; call audit.rebuild_row_log', followed.log_table, a.attname)
  from pg_attribute as a
  where a.attrelid = followed.relid and a.attnum > 0 and not a.attisdropped and a.attgenerated <> 'v'
    and a.attname::text not in (select c.name from audit._row_log_columns(tracked_id) as c)
    -- What a schema-agnostic capture does before it writes next is no problem as yet.
    and (audit._follows_ddl() or not audit._is_row_log_stale(tracked_id))
  order by a.attnum;
  if audit._row_log_refuses_nulls(followed.log_table) then
    return next format('its log table %s was given constraints that can refuse changes; drop them', followed.log_table);
  end if;
end
$function$;

comment on function audit._row_log_problems(int) is
  'What is out of step between a tracked table and its log table, each with what to do; nothing where there is none.';

revoke all on function audit._row_log_problems(int) from public;
