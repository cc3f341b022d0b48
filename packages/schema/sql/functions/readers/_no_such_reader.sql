create or replace function audit._no_such_reader(reader text) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/readers/_no_such_reader.sql
begin
  raise exception using
    errcode = 'UA030',
    message = format('there is no reader "%s"', reader),
    hint = 'select name from audit.readers lists them; audit.create_reader makes one.';
end
$function$;

comment on function audit._no_such_reader(text) is 'Raises UA030.';

revoke all on function audit._no_such_reader(text) from public;
