create or replace function audit._row_log_body(tracked_id int, operation text) returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/row_log/_row_log_body.sql
declare
  paired constant text := audit._row_log_statements(tracked_id, operation, 'context');
begin
  if operation <> 'update' or paired = '' or not exists (
    select from audit.tracked_table as t join pg_class as c on c.oid = t.relid
    where t.id = tracked_id and c.relkind = 'p'
  ) then
    return paired;
  end if;
  return concat(
    E'\n  if (select count(*) from old_rows) = (select count(*) from new_rows) then', paired,
    E'\n  else', audit._row_log_statements(tracked_id, 'update unpaired', 'context'),
    E'\n  end if;'
  );
end
$function$;

comment on function audit._row_log_body(int, text) is
  'What a capture function writes into the typed log table, in PL/pgSQL, empty where there is none: operation is insert, update or delete.';

revoke all on function audit._row_log_body(int, text) from public;
