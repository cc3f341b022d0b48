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
-- of a parent leaves its children their rows. The row of the statement itself comes with the AFTER trigger.
declare
  log_table regclass;
  columns   text[];
  sources   text[];
  emptied   regclass;
begin
  perform audit._follow_row_log(tg_argv[0]::int);
  select r.log_table into log_table
  from audit.row_log as r join pg_class as l on l.oid = r.log_table
  where r.tracked_id = tg_argv[0]::int;
  if not found then
    return null;
  end if;
  select coalesce(array_agg(quote_ident(c.log_column)), '{}'), coalesce(array_agg('t.' || quote_ident(c.name)), '{}')
  into columns, sources
  from audit._row_log_columns(tg_argv[0]::int) as c
  where not c.masked;

  begin
    for emptied in
      select tg_relid
      union all
      -- A partition that no event trigger has told of has no such trigger yet.
      select p.relid
      from pg_partition_tree(tg_relid) as p
      where p.isleaf and p.relid <> tg_relid and tg_relid = (
        select a.relid
        from pg_partition_ancestors(p.relid) with ordinality as a (relid, distance)
        where exists (select from pg_trigger as g where g.tgrelid = a.relid and g.tgfoid = 'audit._capture_truncated_rows()'::regprocedure)
        order by a.distance
        limit 1
      )
    loop
      execute format(
        'insert into %s (%s) select %s from only %s as t',
        log_table,
        array_to_string('{emaj_verb,emaj_tuple,emaj_gid,emaj_changed,emaj_txid,emaj_user}' || columns, ', '),
        array_to_string(
          array['''TRU''', '''OLD''', 'nextval(''audit.row_log_gid_seq'')', '$1', 'pg_current_xact_id()::text::bigint', 'session_user'] || sources, ', '
        ),
        emptied
      ) using clock_timestamp();
    end loop;
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
