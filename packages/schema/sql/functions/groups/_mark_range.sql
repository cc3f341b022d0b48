create or replace function audit._mark_range(group_id int, mark1 text, mark2 text)
returns table (
  first_mark bigint,
  last_mark  bigint,
  after_gid  bigint,
  until_gid  bigint
)
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_mark_range.sql
#variable_conflict use_variable
declare
  begins audit.table_group_mark;
  ends   audit.table_group_mark;
begin
  if mark1 is null then
    select m.* into begins from audit.table_group_mark as m where m.group_id = _mark_range.group_id order by m.gid, m.id limit 1;
    if not found then
      raise exception using
        errcode = 'UA054',
        message = 'the group has no mark yet',
        hint = 'Set one with audit.set_mark: what comes after it can be counted.';
    end if;
  else
    begins := audit._group_mark(group_id, mark1);
  end if;
  if mark2 is not null then
    ends := audit._group_mark(group_id, mark2);
    if (ends.gid, ends.id) < (begins.gid, begins.id) then
      raise exception using
        errcode = 'UA057',
        message = format('mark %L comes after mark %L', begins.name, ends.name),
        hint = 'Name the earlier mark first.';
    end if;
  end if;
  return query select begins.id, ends.id, begins.gid, ends.gid;
end
$function$;

comment on function audit._mark_range(int, text, text) is
  'The gids between two marks: above after_gid, up to until_gid. mark1: null for the first mark; mark2: null for now, where last_mark and until_gid are null. Errors: UA054, UA057.';

revoke all on function audit._mark_range(int, text, text) from public;
