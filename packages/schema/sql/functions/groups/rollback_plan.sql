create or replace function audit.rollback_plan(group_name text, mark text)
returns table (
  schema_name text,
  table_name  text,
  inserts     bigint,
  updates     bigint,
  deletes     bigint,
  changes     bigint,
  changed_by  text[],
  last_change timestamptz,
  refusal     text,
  hint        text
)
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set work_mem = '64MB'
set standard_conforming_strings = on
set jit = off
set row_security = off
set timezone = 'UTC'
set datestyle = 'ISO, MDY'
set intervalstyle = 'postgres'
set bytea_output = 'hex'
set extra_float_digits = 1
set lc_monetary = 'C'
set quote_all_identifiers = off
as $function$
-- Source: packages/schema/sql/functions/groups/rollback_plan.sql
#variable_conflict use_column
declare
  item record;
begin
  for item in
    select p.* from audit._plan_rollback(audit._group_mark(audit._group_id(rollback_plan.group_name), rollback_plan.mark)) as p
  loop
    perform audit._drop_net(item.tracked_id, 1);
    schema_name := item.schema_name;
    table_name := item.table_name;
    inserts := item.inserts;
    updates := item.updates;
    deletes := item.deletes;
    changes := item.changes;
    changed_by := item.changed_by;
    last_change := item.last_change;
    refusal := item.refusal;
    hint := item.hint;
    return next;
  end loop;
end
$function$;

comment on function audit.rollback_plan(text, text) is
  'What audit.rollback_group would do, without doing it: for each table of the group the rows that it would insert, update and delete, how many changes were logged since the mark, by which login roles and when last, and why the rollback would be refused (refusal, hint; null where it would not). Locks nothing. Errors: UA050, UA054. Example: select * from audit.rollback_plan(''shop'', ''before the import'').';

revoke all on function audit.rollback_plan(text, text) from public;
