create or replace function audit._group_id(group_name text) returns int
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_group_id.sql
declare
  found_id int;
begin
  select g.id into found_id from audit.table_group as g where g.name = _group_id.group_name;
  if found_id is null then
    raise exception using
      errcode = 'UA050',
      message = format('there is no group %s', coalesce(quote_ident(_group_id.group_name), 'null')),
      hint = coalesce(
        'The groups are ' || (select string_agg(quote_ident(g.name), ', ' order by g.name) from audit.table_group as g) || '.',
        'There is none yet: select audit.create_group(''shop'').'
      );
  end if;
  return found_id;
end
$function$;

comment on function audit._group_id(text) is 'The number of a group. Error: UA050 where there is none of this name.';

revoke all on function audit._group_id(text) from public;
