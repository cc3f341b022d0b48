create or replace function audit._touch_function(tracked_id int) returns text
language sql
stable
set search_path = pg_catalog, pg_temp
as $function$
  -- Source: packages/schema/sql/functions/_touch_function.sql
  select format(
    E'create or replace function audit.%I() returns trigger\nlanguage plpgsql\nset search_path = pg_catalog, pg_temp\nas %L',
    audit._capture_name(tracked_id, 'touch'),
    format(
      $body$
-- Written by audit.track: do not edit, call audit.track again.
-- Source: packages/schema/sql/functions/_touch_function.sql
begin
  new.%I := clock_timestamp()%s;
  return new;
end
$body$,
      c.name,
      case when c.leaf_type = 'timestamptz'::regtype then '' else ' at time zone ''UTC''' end
    )
  )
  from audit.tracked_table as t
  join audit._columns(tracked_id) as c on c.name = t.modified_at
  where t.id = tracked_id and t.touch;
$function$;

comment on function audit._touch_function(int) is
  'The CREATE FUNCTION statement of the trigger function that sets modified_at; null where the table was declared without touch.';

revoke all on function audit._touch_function(int) from public;
