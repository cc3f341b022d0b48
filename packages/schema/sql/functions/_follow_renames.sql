create or replace function audit._follow_renames(
  tracked_id     int,
  column_renamed boolean default false,
  noted_at       bigint  default null
) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_follow_renames.sql
-- A column keeps its number. In a restored database the numbers are others: there, RENAME COLUMN is a command of its
-- own and renames one column, and the name that is gone became the one that is new.
declare
  tracked   audit.tracked_table;
  named     record;
  gone      text[];
  appeared  text[];
  renamed   jsonb;
begin
  select t.* into strict tracked from audit.tracked_table as t where t.id = tracked_id;
  select
    n.nspname::text as schema_name,
    c.relname::text as table_name,
    coalesce(array_agg(a.attname::text order by a.attnum) filter (where a.attnum is not null), '{}') as columns,
    coalesce(array_agg(a.attnum order by a.attnum) filter (where a.attnum is not null), '{}') as numbers
  into strict named
  from pg_class as c
  join pg_namespace as n on n.oid = c.relnamespace
  left join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.oid = tracked.relid
  group by n.nspname, c.relname;

  -- Null where the capture was never written before.
  if (named.schema_name, named.table_name) <> (tracked.schema_name, tracked.table_name) then
    noted_at := coalesce(noted_at, nextval('audit.data_op_log_id_seq'));
    insert into audit.rename (schema_name, table_name, new_schema_name, new_table_name, log_id)
    values (tracked.schema_name, tracked.table_name, named.schema_name, named.table_name, noted_at);
  end if;

  if tracked.numbered = tracked.relid::oid then
    select jsonb_object_agg(d.declared, d.name) into renamed
    from audit._declared_columns(tracked_id) as d
    where d.declared <> d.name;
  else
    gone := array(select c.name from unnest(tracked.columns) as c (name) where c.name <> all (named.columns));
    appeared := array(select c.name from unnest(named.columns) as c (name) where c.name <> all (tracked.columns));
    if column_renamed and cardinality(gone) = 1 and cardinality(appeared) = 1 then
      renamed := jsonb_build_object(gone[1], appeared[1]);
    elsif gone && tracked.masked then
      -- Nobody knows which of them it was. What may be masked stays so.
      update audit.tracked_table as t set masked = t.masked || appeared where t.id = tracked_id;
    end if;
  end if;

  if renamed is not null then
    noted_at := coalesce(noted_at, nextval('audit.data_op_log_id_seq'));
    insert into audit.rename (schema_name, table_name, column_name, new_schema_name, new_table_name, new_column_name, log_id)
    select named.schema_name, named.table_name, r.key, named.schema_name, named.table_name, r.value, noted_at
    from jsonb_each_text(renamed) as r
    order by r.key;
    update audit.tracked_table as t
    set
      key = audit._renamed(t.key, renamed),
      only_columns = audit._renamed(t.only_columns, renamed),
      ignored = audit._renamed(t.ignored, renamed),
      masked = audit._renamed(t.masked, renamed),
      json_columns = (
        select coalesce(jsonb_object_agg(coalesce(renamed ->> j.key, j.key), j.value), '{}')
        from jsonb_each(t.json_columns) as j
      ),
      modified_at = coalesce(renamed ->> t.modified_at, t.modified_at),
      modified_by = coalesce(renamed ->> t.modified_by, t.modified_by)
    where t.id = tracked_id;
    update audit.row_log as r set columns = audit._renamed(r.columns, renamed) where r.tracked_id = _follow_renames.tracked_id;
  end if;
  update audit.tracked_table as t
  set schema_name = named.schema_name, table_name = named.table_name, columns = named.columns, numbers = named.numbers, numbered = t.relid
  where t.id = tracked_id;
end
$function$;

comment on function audit._follow_renames(int, boolean, bigint) is
  'Notes in audit.rename what a tracked table or its columns were called before, and carries renamed columns over into the declaration. column_renamed: whether the command at hand renamed a column. noted_at: the number from which on the log has the new names, by default the next.';

revoke all on function audit._follow_renames(int, boolean, bigint) from public;
