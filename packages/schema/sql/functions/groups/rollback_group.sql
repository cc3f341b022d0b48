create or replace function audit.rollback_group(group_name text, mark text, dry_run boolean default false)
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
-- Source: packages/schema/sql/functions/groups/rollback_group.sql
#variable_conflict use_column
declare
  group_id   constant int := audit._group_id(rollback_group.group_name);
  target     audit.table_group_mark;
  at         timestamptz;
  start_mark text;
  done_mark  text;
  item       record;
  plan       jsonb := jsonb_build_array();
  context    text[];
begin
  if coalesce(dry_run, false) then
    return query select p.* from audit.rollback_plan(rollback_group.group_name, rollback_group.mark) as p;
    return;
  end if;
  -- A snapshot from before the locks would not show what was committed while waiting for them.
  if current_setting('transaction_isolation') not in ('read committed', 'read uncommitted') then
    raise exception using
      errcode = 'UA064',
      message = format('a rollback can''t be exact in a transaction with isolation level %s', current_setting('transaction_isolation')),
      hint = 'Call audit.rollback_group in a transaction of its own, with read committed.';
  end if;
  -- A wrong name is no reason to lock anything.
  perform audit._group_mark(group_id, rollback_group.mark);
  perform audit._lock_group(group_id, 'exclusive', audit._lock_patience());
  target := audit._group_mark(group_id, rollback_group.mark);
  at := clock_timestamp();

  for item in select r.* from audit._rollback_refusals(target) as r limit 1 loop
    perform audit._refuse(item.code, item.message, item.hint);
  end loop;
  for item in select p.* from audit._plan_rollback(target) as p loop
    if item.refusal is not null then
      perform audit._refuse(item.code, item.refusal, item.hint);
    end if;
    plan := plan || to_jsonb(item);
  end loop;

  start_mark := audit._timed_name(format('RLBK_%s_%%_START', replace(target.name, '%', '')), at);
  done_mark := regexp_replace(start_mark, 'START$', 'DONE');
  perform audit._write_mark(group_id, start_mark, format('before the rollback to %s', target.name), at);

  context := array[current_setting('audit.op_type', true), current_setting('audit.op_note', true)];
  perform set_config('audit.op_type', 'rollback', true);
  perform set_config('audit.op_note', format('group %s to mark %s', rollback_group.group_name, target.name), true);
  perform set_config('audit.rolling_back', 'on', true);
  perform audit._bring_back(target);
  perform audit._set_sequences(target);
  perform set_config('audit.rolling_back', '', true);
  perform set_config('audit.op_type', coalesce(context[1], ''), true);
  perform set_config('audit.op_note', coalesce(context[2], ''), true);

  perform audit._write_mark(group_id, done_mark, format('after the rollback to %s', target.name), clock_timestamp());
  insert into audit.group_rollback (
    group_id, mark_name, start_mark, done_mark, inserted, updated, deleted, rolled_back_at, transaction_id
  )
  select group_id, target.name, start_mark, done_mark,
    coalesce(sum(p.inserts), 0), coalesce(sum(p.updates), 0), coalesce(sum(p.deletes), 0), at, pg_current_xact_id()::text::bigint
  from jsonb_to_recordset(plan) as p (inserts bigint, updates bigint, deletes bigint);

  return query
  select p.schema_name, p.table_name, p.inserts, p.updates, p.deletes, p.changes, p.changed_by, p.last_change, null::text, null::text
  from jsonb_to_recordset(plan) as p (
    schema_name text, table_name text, inserts bigint, updates bigint, deletes bigint, changes bigint, changed_by text[], last_change timestamptz
  );
end
$function$;

comment on function audit.rollback_group(text, text, boolean) is
  'Brings all tables of a group, and the sequences of their columns, back to a mark, in this transaction; either exactly or not at all. The rollback is recorded as every change is, with op_type rollback, and has a mark before it (RLBK_<mark>_<time>_START) and one after it (…_DONE): a rollback to the first undoes it. dry_run: do nothing, and say what would be done, as audit.rollback_plan does. Returns the rows inserted, updated and deleted in each table. Errors: UA050, UA054, UA058 to UA065, 55P03 where the tables could not be locked. Example: select * from audit.rollback_group(''shop'', ''before the import'').';

revoke all on function audit.rollback_group(text, text, boolean) from public;
