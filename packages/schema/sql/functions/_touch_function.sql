create or replace function audit._touch_function(tracked_id int) returns text
language sql
stable
set search_path = pg_catalog, pg_temp
as $function$
  -- Source: packages/schema/sql/functions/_touch_function.sql
  -- A column that is gone, or can't hold a time any more, must not fail the write. Where nobody tells of a schema
  -- change, the assignment itself may fail.
  select format(
    E'create or replace function audit.%I() returns trigger\nlanguage plpgsql\nset search_path = pg_catalog, pg_temp\nas %L',
    audit._capture_name(tracked_id, 'touch'),
    format(
      $body$
-- Written by audit.track: do not edit, call audit.track again.
-- Source: packages/schema/sql/functions/_touch_function.sql
begin
  -- A rollback brings back the time that was there.
  if current_setting('audit.rolling_back', true) = 'on' then
    return new;
  end if;
%s  return new;
%send
$body$,
      case
        when c.name is not null
        then format(E'  new.%I := clock_timestamp()%s;\n', c.name, case when c.leaf_type = 'timestamptz'::regtype then '' else ' at time zone ''UTC''' end)
        else ''
      end,
      case when audit._follows_ddl() then '' else E'exception when others then\n  return new;\n' end
    )
  )
  from audit.tracked_table as t
  left join (
    select c.name, c.leaf_type
    from audit._columns(tracked_id) as c
    where c.leaf_type in ('timestamptz'::regtype, 'timestamp'::regtype, 'date'::regtype)
      and c.class = 'scalar'
      and not exists (
        select from audit.tracked_table as t join pg_attribute as a on a.attrelid = t.relid
        where t.id = tracked_id and a.attname = c.name and a.attgenerated <> ''
      )
  ) as c on c.name = t.modified_at
  where t.id = tracked_id and t.touch;
$function$;

comment on function audit._touch_function(int) is
  'The CREATE FUNCTION statement of the trigger function that sets modified_at; null where the table was declared without touch.';

revoke all on function audit._touch_function(int) from public;
