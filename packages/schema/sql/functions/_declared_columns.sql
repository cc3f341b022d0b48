create or replace function audit._declared_columns(tracked_id int)
returns table (
  number   smallint,
  name     text,
  declared text
)
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_declared_columns.sql
-- Where no event trigger tells of a rename, the declaration goes on naming the column as it was called when the
-- capture was last written: its number tells which one that is now.
#variable_conflict use_column
declare
  tracked audit.tracked_table;
begin
  select t.* into strict tracked from audit.tracked_table as t where t.id = tracked_id;
  return query
  select
    a.attnum,
    a.attname::text,
    case
      when tracked.numbered is distinct from tracked.relid::oid then a.attname::text
      when a.attnum = any (tracked.numbers) then tracked.columns[array_position(tracked.numbers, a.attnum)]
      -- A new column that has taken the name of one which is still there under another.
      when exists (
        select from pg_attribute as p
        where p.attrelid = a.attrelid and not p.attisdropped
          and p.attnum = tracked.numbers[array_position(tracked.columns, a.attname::text)]
      ) then null
      else a.attname::text
    end
  from pg_attribute as a
  where a.attrelid = tracked.relid and a.attnum > 0 and not a.attisdropped;
end
$function$;

comment on function audit._declared_columns(int) is
  'The columns of a tracked table with the names by which its declaration knows them; null for one that it does not.';

revoke all on function audit._declared_columns(int) from public;
