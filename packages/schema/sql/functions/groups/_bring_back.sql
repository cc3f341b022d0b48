create or replace function audit._bring_back(mark audit.table_group_mark) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_bring_back.sql
-- The temporary tables of round 1 are there. What a round changed is logged as every change is, so that the log itself
-- says whether the tables are now as they were: also where a foreign key has deleted or changed rows besides, which
-- another round brings back.
declare
  tables  constant jsonb := audit._tables_by_depth(mark.group_id);
  touched regclass[];
  ends    text[];
  round   int := 1;
  since   bigint;
  item    record;
  open    regclass;
  step    text;
begin
  -- Where a row goes, a foreign key may change those that refer to it.
  with recursive reached (relid) as (
    select t.relid::oid
    from jsonb_to_recordset(tables) as t (tracked_id int, relid regclass)
    where to_regclass(audit._net_table(t.tracked_id, 1)) is not null
    union
    select k.child::oid from reached as r join audit._group_foreign_keys(mark.group_id) as k on k.parent = r.relid and k.child_in
  )
  select coalesce(array_agg(r.relid::regclass), '{}') into touched from reached as r;
  if touched = '{}' then
    return;
  end if;
  ends := array(select s.end_with from audit._standstill(mark.group_id, touched) as s);
  for step in select s.begin_with from audit._standstill(mark.group_id, touched) as s loop
    execute step;
  end loop;
  set constraints all deferred;

  loop
    since := audit._last_gid();
    -- Rows that refer to others are changed first, so that nothing holds on to what is deleted, and go first and come
    -- last.
    for item in
      select t.*, s.step
      from jsonb_to_recordset(tables) as t (tracked_id int, relid regclass, log_table regclass, depth int)
      cross join unnest('{update,delete,update late,insert}'::text[]) with ordinality as s (step, position)
      where to_regclass(audit._net_table(t.tracked_id, round)) is not null
      order by s.position, case s.step when 'insert' then t.depth else -t.depth end, t.relid::oid
    loop
      if item.step = 'insert' then
        perform audit._redo_rows(item.tracked_id, item.relid, round);
      else
        perform audit._undo_rows(item.tracked_id, item.relid, round, item.step);
      end if;
    end loop;

    open := null;
    for item in
      select t.* from jsonb_to_recordset(tables) as t (tracked_id int, relid regclass, log_table regclass, depth int)
      where t.relid = any (touched)
    loop
      if audit._gather_net(
        item.tracked_id, item.relid, item.log_table,
        audit._remaining_images(item.tracked_id, item.relid, item.log_table, round, since), mark.gid, round + 1
      ) > 0 then
        open := item.relid;
      end if;
      perform audit._drop_net(item.tracked_id, round);
    end loop;
    exit when open is null;
    round := round + 1;
    if round > 5 then
      raise exception using
        errcode = 'UA061',
        message = format('%s is not as its log says', open),
        hint = 'Changes were made to it that were not logged, or something undoes what the rollback does. audit.tracked shows whether its capture is in step.';
    end if;
  end loop;

  set constraints all immediate;
  foreach step in array ends loop
    execute step;
  end loop;
exception when foreign_key_violation or restrict_violation then
  declare
    detail text;
  begin
    get stacked diagnostics detail = pg_exception_detail;
    raise exception using
      errcode = 'UA063',
      message = sqlerrm,
      detail = detail,
      hint = 'Rows of a table that is not in the group stand in the way. Bring them in order first, or have that table in the group too.';
  end;
end
$function$;

comment on function audit._bring_back(audit.table_group_mark) is
  'Makes the tables of a group what they were at a mark, with what _plan_rollback has found. Errors: UA061 where that can''t be done, UA063 where a foreign key stands in the way.';

revoke all on function audit._bring_back(audit.table_group_mark) from public;
