create or replace function audit.create_group(name text, note text default null) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set jit = off
as $function$
-- Source: packages/schema/sql/functions/groups/create_group.sql
begin
  if coalesce(create_group.name, '') = '' then
    raise exception using
      errcode = 'UA051',
      message = 'a group needs a name',
      hint = 'For example select audit.create_group(''shop'').';
  end if;
  insert into audit.table_group (name, note) values (create_group.name, create_group.note) on conflict do nothing;
  if not found then
    raise exception using
      errcode = 'UA051',
      message = format('there is a group %I already', create_group.name),
      hint = 'Assign tables to it with audit.assign, or choose another name.';
  end if;
end
$function$;

comment on function audit.create_group(text, text) is
  'Makes a group of tables, still empty, that are marked and rolled back together. note: what it is for. Error: UA051. Example: select audit.create_group(''shop'').';

revoke all on function audit.create_group(text, text) from public;
