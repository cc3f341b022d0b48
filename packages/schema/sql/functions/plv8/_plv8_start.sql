create or replace function audit._plv8_start() returns void
language plv8
immutable
parallel safe
set search_path = pg_catalog, pg_temp
as $plv8$
// Source: packages/schema/sql/functions/plv8/_plv8_start.sql
// Does nothing. plv8 calls the function that plv8.start_proc names with the rights of whoever calls plv8 first; the
// capture functions name this one, so that it is never one of the caller's.
$plv8$;

comment on function audit._plv8_start() is
  'Does nothing: stands in plv8.start_proc while the owner''s code runs, in place of what the caller has set there.';

revoke all on function audit._plv8_start() from public;
