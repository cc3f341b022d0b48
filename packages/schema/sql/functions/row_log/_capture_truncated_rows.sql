create or replace function audit._capture_truncated_rows() returns trigger
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
set row_security = off
set jit = off
as $function$
-- Source: packages/schema/sql/functions/row_log/_capture_truncated_rows.sql
-- Each table that is emptied has this trigger and copies its own rows, no partition's and no child's: a TRUNCATE ONLY
-- of a parent leaves its children their rows. The one record of the statement itself comes with the AFTER trigger.
declare
  columns text[];
  sources text[];
  target  text;
begin
  perform audit._follow_row_log(tg_argv[0]::int);
  select r.log_table::text into target
  from audit.row_log as r join pg_class as l on l.oid = r.log_table
  where r.tracked_id = tg_argv[0]::int;
  if not found then
    return null;
  end if;
  select coalesce(array_agg(quote_ident(c.log_column)), '{}'), coalesce(array_agg(quote_ident(c.name)), '{}')
  into columns, sources
  from audit._row_log_columns(tg_argv[0]::int) as c
  where not c.masked;
  begin
    execute format(
      'insert into %s (%s) select ''TRU'', ''OLD'', nextval(''audit.row_log_gid_seq''), $1, pg_current_xact_id()::text::bigint, session_user%s from only %s as t',
      target,
      array_to_string('{emaj_verb,emaj_tuple,emaj_gid,emaj_changed,emaj_txid,emaj_user}' || columns, ', '),
      (select string_agg(', t.' || s.name, '' order by s.position) from unnest(sources) with ordinality as s (name, position)),
      tg_relid::regclass
    ) using clock_timestamp();
  exception
    when lock_not_available or deadlock_detected or serialization_failure then
      raise;
    -- The rows go, whatever the log table says; the record of the statement tells of it.
    when others then
      perform audit._warn_of_row_log(tg_relid, sqlerrm);
  end;
  return null;
end
$function$;

comment on function audit._capture_truncated_rows() is
  'Trigger function: keeps the rows that a TRUNCATE is about to remove in the typed log table. Its argument is the table''s id in audit.tracked_table.';

revoke all on function audit._capture_truncated_rows() from public;
