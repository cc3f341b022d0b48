create or replace function audit._try_note_renames(tracked_id int) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_try_note_renames.sql
-- Runs inside an application's statement: it must neither wait nor fail. Whoever comes next tries again.
begin
  if not exists (select from audit._pending_table_renames() as p where p.tracked_id = _try_note_renames.tracked_id)
    and not exists (select from audit._declared_columns(tracked_id) as d where d.declared <> d.name)
    or not pg_try_advisory_xact_lock(hashtextextended('audit.note_renames', 0))
  then
    return;
  end if;
  -- A transaction that is under way may have declared the table anew: its row would have to be waited for.
  perform
  from audit.tracked_table as t
  where t.id in (select p.tracked_id from audit._pending_table_renames() as p union select p.tracked_id from audit._pending_column_renames() as p)
  for update nowait;
  perform audit._note_renames();
exception when others then
  -- A lock that is taken, or a row that a serializable transaction may not change any more.
  return;
end
$function$;

comment on function audit._try_note_renames(int) is
  'As _note_renames, where a tracked table or a column of it was renamed and nobody else is at it: for captures that no event trigger keeps in step.';

revoke all on function audit._try_note_renames(int) from public;
