create or replace function audit._note_renames() returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_note_renames.sql
-- All under one number, because nobody knows which was first: two tables may have swapped their names.
declare
  pending  int;
  noted_at bigint;
begin
  for pending in
    select p.tracked_id from audit._pending_table_renames() as p
    union
    select p.tracked_id from audit._pending_column_renames() as p
    order by 1
  loop
    noted_at := coalesce(noted_at, nextval('audit.data_op_log_id_seq'));
    perform audit._follow_renames(pending, noted_at => noted_at);
  end loop;
end
$function$;

comment on function audit._note_renames() is
  'Notes in audit.rename what no event trigger has told of.';

revoke all on function audit._note_renames() from public;
