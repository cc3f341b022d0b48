create or replace function audit._refuse_protected(group_id int, before bigint) returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_refuse_protected.sql
declare
  name text;
begin
  select m.name into name
  from audit.table_group_mark as m
  where m.group_id = _refuse_protected.group_id and m.protected
    and (before is null or (m.gid, m.id) < (select b.gid, b.id from audit.table_group_mark as b where b.id = before))
  order by m.gid, m.id
  limit 1;
  if found then
    raise exception using
      errcode = 'UA056',
      message = format('mark %L is protected', name),
      hint = 'Call audit.unprotect_mark first, where it is not needed any more.';
  end if;
end
$function$;

comment on function audit._refuse_protected(int, bigint) is
  'Refuses to delete protected marks: all of a group, or those before a mark. Error: UA056.';

revoke all on function audit._refuse_protected(int, bigint) from public;
