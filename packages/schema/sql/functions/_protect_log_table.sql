create or replace function audit._protect_log_table(relation regclass) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_protect_log_table.sql
-- Statement triggers, because they also refuse a statement that would touch no row, and TRUNCATE has no others; one
-- set on each partition, because a statement fires those of the table it names. ALWAYS, so that a session in the
-- replica role is refused too.
begin
  if exists (
    select from pg_trigger as g
    where g.tgrelid = relation and g.tgname = 'audit_append_only' and g.tgenabled = 'A'
  ) then
    return;
  end if;
  execute format(
    'create or replace trigger audit_append_only before update or delete or truncate on %s
       for each statement execute function audit._refuse_log_change()',
    relation
  );
  execute format('alter table %s enable always trigger audit_append_only', relation);
end
$function$;

comment on function audit._protect_log_table(regclass) is
  'Makes the log, or one of its partitions, append-only.';

revoke all on function audit._protect_log_table(regclass) from public;
