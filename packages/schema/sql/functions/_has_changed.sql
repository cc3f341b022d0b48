create or replace function audit._has_changed(tracked_id int, log_shape text) returns boolean
language plpgsql
-- It is not, and has to say so: the planner then computes it once and keeps the answer with the capture's plan, which
-- PostgreSQL throws away whenever the table changes (see _watched_table). So a capture learns of a change that no event
-- trigger has told of, and pays next to nothing for it otherwise.
immutable
set search_path = pg_catalog, pg_temp
set jit = off
as $function$
-- Source: packages/schema/sql/functions/_has_changed.sql
begin
  return coalesce(
    (
      select t.shape is distinct from audit._shape(t.relid) or log_shape is distinct from audit._row_log_shape(t.id)
      from audit.tracked_table as t
      where t.id = tracked_id
    ),
    true
  );
end
$function$;

comment on function audit._has_changed(int, text) is
  'Whether the capture functions of a tracked table were written for other columns, or another name, than it has now, or for another typed log table than the one with log_shape. For captures only, beside audit._watched_table: the answer is kept until the table changes.';

revoke all on function audit._has_changed(int, text) from public;
