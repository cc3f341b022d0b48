create or replace function audit.table_at(target anyelement, mark text) returns setof anyelement
language plpgsql
stable
set search_path = pg_catalog, pg_temp
set standard_conforming_strings = on
set jit = off
set row_security = off
set timezone = 'UTC'
set datestyle = 'ISO, MDY'
set intervalstyle = 'postgres'
set bytea_output = 'hex'
set extra_float_digits = 1
set lc_monetary = 'C'
set quote_all_identifiers = off
as $function$
-- Source: packages/schema/sql/functions/groups/table_at.sql
declare
  declared   constant int      := audit._time_travel(pg_typeof(table_at.target));
  relation   constant regclass := (select t.relid from audit.tracked_table as t where t.id = declared);
  member     audit.table_group_member;
  found_mark audit.table_group_mark;
begin
  select m.* into member
  from audit.table_group_member as m
  where m.tracked_id = declared and m.removed_gid is null;
  if not found then
    raise exception using
      errcode = 'UA053',
      message = format('%s is in no group, so it has no marks', relation),
      hint = 'Assign it to a group, or give a time: audit.table_at(…, timestamptz ''2026-05-01 12:00+00'').';
  end if;
  found_mark := audit._group_mark(member.group_id, table_at.mark);
  perform audit._refuse_time_travel(declared, found_mark);
  return query execute audit._rows_then(relation, audit._current_row_log(declared), found_mark.gid, format('l.emaj_gid > %s', found_mark.gid));
end
$function$;

comment on function audit.table_at(anyelement, text) is
  'The rows of a table as they were at a mark of its group, in the table''s own types. target: a null of the table''s row type. Errors: UA053, UA054, UA059 to UA062, UA066. Example: select * from audit.table_at(null::shop.orders, ''before the import'') where id = 42.';

revoke all on function audit.table_at(anyelement, text) from public;
