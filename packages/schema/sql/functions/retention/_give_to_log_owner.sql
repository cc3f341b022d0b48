create or replace function audit._give_to_log_owner(relation regclass) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/retention/_give_to_log_owner.sql
-- A superuser may maintain the log too, and its owner has to be able to go on.
declare
  owner text;
begin
  select log.relowner::regrole::text into owner
  from pg_class as log
  join pg_class as c on c.oid = relation and c.relowner <> log.relowner
  where log.oid = 'audit.data_op_log'::regclass;
  if found then
    execute format('alter table %s owner to %s', relation, owner);
  end if;
end
$function$;

comment on function audit._give_to_log_owner(regclass) is
  'Gives a table to the owner of the log.';

revoke all on function audit._give_to_log_owner(regclass) from public;
