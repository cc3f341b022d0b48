create or replace function audit._renew_query_checks() returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_renew_query_checks.sql
-- Every capture leaves out queries that name a table with masked columns. The names stand in its function: they are
-- the old ones after such a table or a partition of it was renamed, attached or dropped.
declare
  stale int;
begin
  for stale in
    select t.id
    from audit.tracked_table as t
    join pg_class as c on c.oid = t.relid
    join pg_proc as p on p.pronamespace = 'audit'::regnamespace and p.proname = audit._capture_name(t.id, 'insert')
    where strpos(p.prosrc, ':= ' || audit._query_expression(t.id) || ';') = 0
    order by t.id
  loop
    perform audit._build_capture(stale);
  end loop;
end
$function$;

comment on function audit._renew_query_checks() is
  'Writes anew the captures that go by an old list of the tables with masked columns.';

revoke all on function audit._renew_query_checks() from public;
