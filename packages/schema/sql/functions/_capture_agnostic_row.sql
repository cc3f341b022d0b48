create or replace function audit._capture_agnostic_row() returns trigger
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
set standard_conforming_strings = on
set jit = off
set timezone = 'UTC'
set datestyle = 'ISO, MDY'
set intervalstyle = 'postgres'
set bytea_output = 'hex'
set extra_float_digits = 1
set quote_all_identifiers = off
set lc_monetary = 'C'
as $function$
-- Source: packages/schema/sql/functions/_capture_agnostic_row.sql
declare
  tracked_id constant int := tg_argv[0]::int;
  context    audit.capture_context;
  call_stack text;
  row_log    text;
  bare       boolean := false;
begin
  -- A partition that is tracked on its own, or below one that is, has the triggers of both.
  if tracked_id is distinct from (
    select t.id
    from pg_partition_ancestors(tg_relid) with ordinality as a (relid, distance)
    join audit.tracked_table as t on t.relid = a.relid
    order by a.distance
    limit 1
  ) then
    return null;
  end if;
  -- The partition was there when track was called last: its own triggers record what is written straight into it.
  if exists (
    select from pg_trigger as g
    where g.tgrelid = tg_relid and g.tgname = 'audit_insert' and g.tgfoid = 'audit._capture_agnostic()'::regprocedure
  ) then
    return null;
  end if;
  get diagnostics call_stack = pg_context;
  if exists (
    select from audit.root_statement as s
    join audit.tracked_table as t on t.id = s.tracked_id
    where s.transaction_id = pg_current_xact_id()::text::bigint
      and (
        s.depth = pg_trigger_depth() and s.caller = audit._caller(call_stack)
        -- A foreign key's action: its BEFORE triggers run one level deeper than its AFTER triggers. Any other
        -- statement of a deeper level has ended by now.
        or s.depth > pg_trigger_depth()
      )
      and t.relid in (select a.relid from pg_partition_ancestors(tg_relid) as a (relid))
  ) then
    return null;
  end if;
  perform audit._try_note_renames(tracked_id);
  context := audit._read_context(tracked_id);
  perform audit._follow_row_log(tracked_id);
  case tg_op
    when 'INSERT' then
      execute audit._log_insert(tracked_id, 'I', '(select ($2).*) as n', '($1)') using context, new;
    when 'DELETE' then
      execute audit._log_insert(tracked_id, 'D', '(select ($2).*) as o', '($1)') using context, old;
    else
      execute audit._log_insert(tracked_id, 'U', '(select ($2).*) as o cross join (select ($3).*) as n', '($1)') using context, old, new;
  end case;
  row_log := audit._row_log_statements(tracked_id, lower(tg_op), one => true);
  while row_log <> '' loop
    begin
      execute row_log using old, new;
      row_log := '';
    exception
      when lock_not_available or deadlock_detected or serialization_failure then
        raise;
      when others then
        perform audit._warn_of_row_log(tg_relid, sqlerrm);
        -- Once more, with nulls in the log table's further columns.
        row_log := case when bare then '' else audit._row_log_statements(tracked_id, lower(tg_op), bare => true, one => true) end;
        bare := true;
    end;
  end loop;
  return null;
end
$function$;

comment on function audit._capture_agnostic_row() is
  'Trigger function: records a row that is written straight into a partition which has come after the last audit.track, whatever its columns are at the moment. Its argument is the root''s id in audit.tracked_table.';

revoke all on function audit._capture_agnostic_row() from public;
