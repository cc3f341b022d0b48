create or replace function audit._checks_shape(tracked_id int) returns boolean
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_checks_shape.sql
-- A partitioned table has partitions of any age and shape, and row triggers besides (_capture_agnostic_row).
begin
  return not audit._follows_ddl() and exists (
    select from audit.tracked_table as t join pg_class as c on c.oid = t.relid
    where t.id = tracked_id and c.relkind <> 'p'
  );
end
$function$;

comment on function audit._checks_shape(int) is
  'Whether a tracked table has capture functions of its own that check the table''s shape by themselves: where no event trigger follows schema changes, and the table is not partitioned.';

revoke all on function audit._checks_shape(int) from public;
