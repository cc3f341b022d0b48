create or replace function audit.track(
  target       regclass,
  key          text[]  default null,
  only_columns text[]  default null,
  ignored      text[]  default '{}',
  masked       text[]  default '{}',
  json_columns jsonb   default '{}',
  modified_at  text    default 'modified_at',
  modified_by  text    default 'modified_by',
  touch        boolean default false,
  log_query    boolean default true,
  row_log      boolean default false
) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set standard_conforming_strings = on
set jit = off
as $function$
-- Source: packages/schema/sql/functions/track.sql
declare
  tracked_id int;
  was_masked constant text  := audit._masked_pattern();
  -- Null and empty mean the same in every option but key and only_columns.
  declared   constant jsonb := coalesce(track.json_columns, '{}');
begin
  perform audit._check_table(track.target);
  perform audit._check_columns(
    track.target, track.key, track.only_columns, track.ignored, track.masked,
    track.modified_at, track.modified_by, coalesce(track.touch, false)
  );
  perform audit._check_json_columns(track.target, declared);

  -- Before anything is written: two sessions that declare the same table wait here, not halfway through.
  perform pg_advisory_xact_lock(hashtextextended('audit.track ' || track.target::oid, 0));

  -- The options name the columns as they are called now, and the name of this table may have been another's.
  perform audit._note_renames();

  insert into audit.tracked_table as t (
    relid, key, only_columns, ignored, masked, json_columns, modified_at, modified_by, touch, log_query
  )
  values (
    track.target,
    coalesce(track.key, audit._primary_key(track.target)),
    track.only_columns,
    coalesce(track.ignored, '{}'),
    coalesce(track.masked, '{}'),
    declared,
    track.modified_at,
    track.modified_by,
    coalesce(track.touch, false),
    coalesce(track.log_query, true)
  )
  on conflict (relid) do update set
    key = excluded.key, only_columns = excluded.only_columns, ignored = excluded.ignored, masked = excluded.masked,
    json_columns = excluded.json_columns, modified_at = excluded.modified_at, modified_by = excluded.modified_by,
    touch = excluded.touch, log_query = excluded.log_query
  returning t.id into tracked_id;

  if not coalesce(track.touch, false) then
    perform audit._drop_touch(tracked_id);
  end if;
  if coalesce(track.row_log, false) then
    perform audit._start_row_log(tracked_id);
  else
    perform audit._stop_row_log(tracked_id);
  end if;
  perform audit._build_capture(tracked_id);
  perform audit._attach_triggers(tracked_id);
  -- The others leave out queries that may hold a masked value of this one.
  if audit._masked_pattern() is distinct from was_masked then
    perform audit._build_captures();
  end if;
end
$function$;

comment on function audit.track(regclass, text[], text[], text[], text[], jsonb, text, text, boolean, boolean, boolean) is
  'Records every change to a table in audit.data_op_log from now on; called again it replaces the options. key: columns that identify a row (default the primary key; ''{}'' for none). only_columns: compare only these; ignored: all but these. masked: columns whose values are never recorded. json_columns: {"column": "object" | "array" | "other" | {"type": "objectArray", "key": [fields]}}. modified_at, modified_by: the row''s own columns of that meaning. touch: set modified_at on every insert and update. log_query: record the client''s query. row_log: also keep every row in a typed log table, audit_log.<schema>_<table>_log. Errors: UA001 to UA013, UA017, UA040, UA041. Example: select audit.track(''shop.orders'', ignored => ''{updated_at}'').';

revoke all on function audit.track(regclass, text[], text[], text[], text[], jsonb, text, text, boolean, boolean, boolean) from public;
