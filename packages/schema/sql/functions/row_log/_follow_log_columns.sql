create or replace function audit._follow_log_columns(tracked_id int) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/row_log/_follow_log_columns.sql
-- Nothing that is recorded is lost: a column that is gone from the table, or whose values do not fit a new type,
-- stays in the log table, under another name where its own is needed.
declare
  followed audit.row_log;
  reserved text[];
  -- {"<column of the table>": "<its column in the log table>"}
  held     jsonb;
  present  text;
  number   int;
  item     record;
begin
  select r.* into strict followed from audit.row_log as r where r.tracked_id = _follow_log_columns.tracked_id;
  reserved := audit._row_log_technical() || followed.extra_columns;
  select coalesce(jsonb_object_agg(f.name, f.log_column), '{}') into held
  from unnest(followed.columns, followed.log_columns) as f (name, log_column)
  where f.name = any (audit._column_names(followed.relid)) and f.log_column = any (audit._column_names(followed.log_table));

  perform audit._release_log_column(followed.log_table, f.log_column)
  from unnest(followed.log_columns) as f (log_column)
  where f.log_column = any (audit._column_names(followed.log_table))
    and f.log_column not in (select h.value from jsonb_each_text(held) as h);

  -- In two steps, because two columns may have swapped their names.
  for item in select h.key as name, h.value as log_column from jsonb_each_text(held) as h where h.key <> h.value and h.key <> all (reserved) loop
    present := audit._free_log_column(followed.log_table, item.name);
    execute format('alter table %s rename column %I to %I', followed.log_table, item.log_column, present);
    held := held || jsonb_build_object(item.name, present);
  end loop;
  for item in select h.key as name, h.value as log_column from jsonb_each_text(held) as h where h.key <> h.value and h.key <> all (reserved) loop
    perform audit._set_aside_log_column(followed.log_table, item.name);
    execute format('alter table %s rename column %I to %I', followed.log_table, item.log_column, item.name);
    held := held || jsonb_build_object(item.name, item.name);
  end loop;

  for item in
    select a.attname::text as name, audit._row_log_type(a.atttypid, a.atttypmod, a.attcollation) as type
    from pg_attribute as a
    -- What is computed when it is read is no part of the row.
    where a.attrelid = followed.relid and a.attnum > 0 and not a.attisdropped and a.attgenerated <> 'v'
    order by a.attnum
  loop
    present := held ->> item.name;
    if present is null then
      present := item.name;
      number := 0;
      while present = any (reserved) or exists (select from jsonb_each_text(held) as h where h.value = present) loop
        number := number + 1;
        present := audit._suffixed(item.name, number);
      end loop;
      held := held || jsonb_build_object(item.name, present);
      -- One that was there before is taken up again if it has that type, and set aside if not.
      if audit._log_column_type(followed.log_table, present) is distinct from item.type then
        perform audit._set_aside_log_column(followed.log_table, present);
        execute format('alter table %s add column %I %s', followed.log_table, present, item.type);
      end if;
    elsif audit._log_column_type(followed.log_table, present) <> item.type
      and not audit._retype_log_column(followed.log_table, present, item.type)
    then
      perform audit._set_aside_log_column(followed.log_table, present);
      execute format('alter table %s add column %I %s', followed.log_table, present, item.type);
    end if;
  end loop;

  update audit.row_log as r
  set
    columns = array(select h.key from jsonb_each_text(held) as h order by h.key),
    log_columns = array(select h.value from jsonb_each_text(held) as h order by h.key),
    shape = audit._shape(followed.relid)
  where r.id = followed.id;
end
$function$;

comment on function audit._follow_log_columns(int) is
  'Gives the log table of a tracked table the columns that the table has now: renames, retypes and adds, and drops none.';

revoke all on function audit._follow_log_columns(int) from public;
