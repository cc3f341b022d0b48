create or replace function audit._name_ranges(asked text, taken boolean, old_names text[], new_names text[], log_ids bigint[])
returns table (
  name text,
  ids  int8range
)
language plpgsql
immutable
parallel safe
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_name_ranges.sql
-- Between two renames that concern it, a name means one thing. These stretches are linked by the renames: from the
-- ones that belong to what is asked for, back to what it was called before.
#variable_conflict use_column
begin
  return query
  with recursive move as (
    select m.*
    from unnest(old_names, new_names, log_ids) with ordinality as m (old_name, new_name, log_id, number)
  ),
  mark as (
    -- Under one number a name is left before it is taken: no two things have one name at a time.
    select m.old_name as name, m.log_id, 0 as side, m.number from move as m
    union all
    select m.new_name, m.log_id, 1, m.number from move as m
    union all
    select n.name, null, -1, null
    from (select asked union select m.old_name from move as m union select m.new_name from move as m) as n (name)
  ),
  stretch as (
    select
      m.name,
      int8range(m.log_id, lead(m.log_id) over w) as ids,
      case m.side when 1 then m.number end as came_by,
      lead(case m.side when 0 then m.number end) over w as left_by,
      row_number() over (partition by m.name order by m.log_id desc nulls last, m.side desc, m.number desc) as from_end
    from mark as m
    window w as (partition by m.name order by m.log_id nulls first, m.side, m.number)
  ),
  -- Where nothing has the name now, it means what had it last, whatever that is called now.
  ahead as (
    select s.* from stretch as s
    where not taken and s.name = asked and s.from_end = 2 and s.left_by is not null
    union all
    select s.* from ahead as a join stretch as s on s.came_by = a.left_by
  ),
  behind as (
    select s.* from stretch as s
    where s.left_by is null and s.name in (select asked union all select a.name from ahead as a where a.left_by is null)
    union
    select a.* from ahead as a
    union
    select s.* from behind as b join stretch as s on s.left_by = b.came_by
  )
  select b.name, b.ids from behind as b where not isempty(b.ids);
end
$function$;

comment on function audit._name_ranges(text, boolean, text[], text[], bigint[]) is
  'Under which names the log has what is asked for, each with the ids of the records for which it holds. taken: whether something has that name now. The arrays are the renames in order: the old names, the new ones, and the id from which on the new one holds.';

revoke all on function audit._name_ranges(text, boolean, text[], text[], bigint[]) from public;
