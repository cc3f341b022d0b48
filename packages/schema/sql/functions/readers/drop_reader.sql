create or replace function audit.drop_reader(name text) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/readers/drop_reader.sql
begin
  perform audit._lock_reader(drop_reader.name);
  delete from audit.reader as r where r.name = drop_reader.name;
  if not found then
    perform audit._no_such_reader(drop_reader.name);
  end if;
end
$function$;

comment on function audit.drop_reader(text) is
  'Forgets a reader and its position. Errors: UA030, UA032. Example: select audit.drop_reader(''warehouse'').';

revoke all on function audit.drop_reader(text) from public;
