create or replace function audit._follow_renames(tracked_id int, column_renamed boolean) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_follow_renames.sql
-- RENAME COLUMN is a command of its own and renames one column: the name that is gone since the capture was last
-- written became the name that is new.
declare
  tracked         audit.tracked_table;
  named           record;
  current_columns text[];
  gone            text[];
  old_name        text;
  new_name        text;
begin
  select t.* into strict tracked from audit.tracked_table as t where t.id = tracked_id;
  select n.nspname::text as schema_name, c.relname::text as table_name into strict named
  from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
  where c.oid = tracked.relid;

  -- Null where the capture was never written before.
  if (named.schema_name, named.table_name) <> (tracked.schema_name, tracked.table_name) then
    insert into audit.rename (schema_name, table_name, new_schema_name, new_table_name)
    values (tracked.schema_name, tracked.table_name, named.schema_name, named.table_name);
  end if;

  if not column_renamed then
    return;
  end if;
  current_columns := audit._column_names(tracked.relid);
  select array_agg(c.name) into gone from unnest(tracked.columns) as c (name) where c.name <> all (current_columns);
  select max(c.name) into new_name from unnest(current_columns) as c (name) where c.name <> all (tracked.columns);
  if gone is null or new_name is null then
    return;
  end if;
  if cardinality(gone) > 1 then
    -- Event triggers were off for a while, so that nobody knows which of them it was. What may be masked stays so.
    update audit.tracked_table as t set masked = t.masked || new_name where t.id = tracked_id and t.masked && gone;
    return;
  end if;
  old_name := gone[1];

  insert into audit.rename (schema_name, table_name, column_name, new_schema_name, new_table_name, new_column_name)
  values (named.schema_name, named.table_name, old_name, named.schema_name, named.table_name, new_name);
  update audit.tracked_table as t
  set
    key = array_replace(t.key, old_name, new_name),
    only_columns = array_replace(t.only_columns, old_name, new_name),
    ignored = array_replace(t.ignored, old_name, new_name),
    masked = array_replace(t.masked, old_name, new_name),
    json_columns = case
      when t.json_columns ? old_name
      then t.json_columns - old_name || jsonb_build_object(new_name, t.json_columns -> old_name)
      else t.json_columns
    end,
    modified_at = case t.modified_at when old_name then new_name else t.modified_at end,
    modified_by = case t.modified_by when old_name then new_name else t.modified_by end
  where t.id = tracked_id;
end
$function$;

comment on function audit._follow_renames(int, boolean) is
  'Notes in audit.rename what a tracked table or one of its columns was called before, and carries a renamed column over into the declaration.';

revoke all on function audit._follow_renames(int, boolean) from public;
