create or replace function audit._watched_table(tracked_id int) returns oid
language plpgsql
-- It is not, and has to say so: the OID becomes a constant of the capture's plan. PostgreSQL takes each such constant for
-- a regclass, and throws a plan away when the table that it names has changed (fix_expr_common in setrefs.c). No query
-- needs to run for that, as one over the transition table would.
immutable
set search_path = pg_catalog, pg_temp
set jit = off
as $function$
-- Source: packages/schema/sql/functions/_watched_table.sql
begin
  return (select t.relid from audit.tracked_table as t where t.id = tracked_id);
end
$function$;

comment on function audit._watched_table(int) is
  'OID of a tracked table, for an expression of a capture function that is to be planned anew when the table changes.';

revoke all on function audit._watched_table(int) from public;
