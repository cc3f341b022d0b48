create or replace function audit._update_statements(
  tracked_id int,
  context    text,
  out paired   text,
  out unpaired text
)
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_update_statements.sql
-- PostgreSQL appends the old and the new version of an updated row to the two transition tables in the same call,
-- so the nth row of one belongs to the nth row of the other, whatever became of the key, and also where one
-- statement updates a row twice (two foreign keys with ON DELETE SET NULL to the same parent). See
-- docs/adr/0004-pairing-old-and-new-rows.md for what this rests on and how it is tested.
declare
  same_key text;
  -- A name that no column has.
  nth      constant text := (
    select quote_ident('row' || repeat('∆', 1 + coalesce(max(length(c.name) - 3), 0)))
    from audit._columns(tracked_id) as c
    where c.name ~ '^row∆+$'
  );
begin
  paired := audit._log_insert(
    tracked_id, 'U',
    format(
      E'(select row_number() over () as %1$s, r.* from old_rows as r) as o\n'
      '    join (select row_number() over () as %1$s, r.* from new_rows as r) as n on n.%1$s = o.%1$s',
      nth
    ),
    context
  );

  -- Where an update moves a row to another partition and a trigger there refuses it, the row is gone: an old version
  -- without a new one. Rows of one key are still one row then; what has no counterpart is recorded as it is.
  if not exists (
    select from audit.tracked_table as t join pg_class as c on c.oid = t.relid
    where t.id = tracked_id and c.relkind = 'p'
  ) then
    return;
  end if;
  -- By their texts, because a type need not have an equality.
  same_key := case
    when exists (select from audit._columns(tracked_id) as c where c.key_position is not null)
    then format('%s = %s', audit._row_key(tracked_id, 'o'), audit._row_key(tracked_id, 'n'))
    else 'false'
  end;
  unpaired := concat(
    audit._log_insert(tracked_id, 'U', format('old_rows as o join new_rows as n on %s', same_key), context),
    audit._log_insert(tracked_id, 'D', format('old_rows as o where not exists (select from new_rows as n where %s)', same_key), context),
    audit._log_insert(tracked_id, 'I', format('new_rows as n where not exists (select from old_rows as o where %s)', same_key), context)
  );
end
$function$;

comment on function audit._update_statements(int, text) is
  'The statements that record an UPDATE: paired where each old row has its new one; unpaired where some have none, which only happens on partitioned tables (null for others).';

revoke all on function audit._update_statements(int, text) from public;
