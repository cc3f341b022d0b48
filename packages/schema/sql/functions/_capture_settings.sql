create or replace function audit._capture_settings(tracked_id int, any_type boolean) returns text
language sql
stable
set search_path = pg_catalog, pg_temp
as $function$
  -- Source: packages/schema/sql/functions/_capture_settings.sql
  -- What the session has set must not show in the log. Each pin costs a little on every statement, so a table gets
  -- those that its types can notice: json writes dates and times in one form whatever DateStyle says, but inside a
  -- range or a composite value they are plain text.
  with leaf as (
    select
      c.diff_type,
      c.leaf_type as type,
      audit._value_class(c.leaf_type) = 'other' as composed
    from audit._columns(tracked_id) as c
  )
  select string_agg('set ' || pin.setting, E'\n' order by pin.position)
  from (
    -- pg_temp last and by name: unnamed it comes first, and what a caller puts there would run with the owner's rights.
    select 1, 'search_path = pg_catalog, pg_temp', true
    -- Planning a transition table for compilation costs more than running it.
    union all select 2, 'jit = off', true
    -- The plan is kept for statements of any size, and a nested loop is only good for the smallest.
    union all select 3, 'enable_nestloop = off', true
    -- One plan from the first statement on: a session's first five would each be planned, which costs ten times the work,
    -- and a plan made for many rows could keep the session from ever using it.
    union all select 12, 'plan_cache_mode = force_generic_plan', true
    union all select 4, 'timezone = ''UTC''', bool_or(l.composed or l.type in ('timestamptz'::regtype, 'timetz'::regtype)) from leaf as l
    union all select 5, 'datestyle = ''ISO, MDY''', bool_or(l.composed) from leaf as l
    union all select 6, 'intervalstyle = ''postgres''', bool_or(l.composed or l.type = 'interval'::regtype) from leaf as l
    union all select 7, 'bytea_output = ''hex''', bool_or(l.composed or l.type = 'bytea'::regtype) from leaf as l
    union all select 8, 'extra_float_digits = 1', bool_or(l.composed or l.type in ('float4'::regtype, 'float8'::regtype)) from leaf as l
    union all select 9, 'quote_all_identifiers = off', bool_or(l.composed) from leaf as l
    -- A caller's own would run here, with the owner's rights.
    union all select 10, 'plv8.start_proc = ''audit._plv8_start''', audit._json_engine() = 'plv8' and (any_type or bool_or(l.diff_type <> 'other')) from leaf as l
    -- Statements are written while it runs.
    union all select 13, 'standard_conforming_strings = on', any_type
    union all select 11, 'lc_monetary = ''C''', bool_or(l.composed or l.type = 'money'::regtype) from leaf as l
  ) as pin (position, setting, needed)
  where pin.needed or any_type and pin.position <> 10;
$function$;

comment on function audit._capture_settings(int, boolean) is
  'The SET clauses of a tracked table''s capture functions, one a line; any_type: those that any column could need, for a capture that checks the table''s shape by itself.';

revoke all on function audit._capture_settings(int, boolean) from public;
