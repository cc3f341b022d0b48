create or replace function audit.set_mark(group_name text, name text default '%', note text default null) returns text
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set jit = off
as $function$
-- Source: packages/schema/sql/functions/groups/set_mark.sql
declare
  group_id constant int := audit._group_id(set_mark.group_name);
  at       timestamptz;
  marked   text;
begin
  -- Waits for transactions that have written to the tables, and holds off new writers, so that every change is
  -- wholly before the mark or wholly after it. Readers go on.
  perform audit._lock_group(group_id, 'share row exclusive', audit._lock_patience());
  at := clock_timestamp();
  marked := audit._timed_name(set_mark.name, at);
  perform audit._write_mark(group_id, marked, set_mark.note, at);
  return marked;
end
$function$;

comment on function audit.set_mark(text, text, text) is
  'Sets a mark: a point that all tables of the group agree on. name: % in it stands for the time, in UTC; left out, the mark is named after the time. Returns the name. Locks the tables against writers until the transaction ends, so call it in one of its own. Errors: UA050, UA055, 55P03 where no lock was to be had within lock_timeout (half a minute where that is not set). Example: select audit.set_mark(''shop'', ''before the import'').';

revoke all on function audit.set_mark(text, text, text) from public;
