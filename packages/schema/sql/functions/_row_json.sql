create or replace function audit._row_json(tracked_id int, row_alias text) returns text
language sql
stable
set search_path = pg_catalog, pg_temp
as $function$
  -- Source: packages/schema/sql/functions/_row_json.sql
  -- The row as a whole where it can be taken as it is: the fastest form, and the least to set up. A child's rows have
  -- columns of their own. A function takes 100 arguments, so wide tables need several calls of the other one.
  select case
    when bool_and(not c.masked and not c.virtual and c.class not in ('json', 'enum', 'other', 'other array'))
      and not exists (
        select from audit.tracked_table as t
        join pg_class as p on p.oid = t.relid
        join pg_inherits as i on i.inhparent = p.oid
        where t.id = tracked_id and p.relkind <> 'p'
      )
    then format('to_jsonb(%s.*)', row_alias)
    else coalesce(
      (
        select string_agg(
          format(E'jsonb_build_object(\n      %s\n    )', chunk.members), ' || ' order by chunk.number
        )
        from (
          select
            member.number / 50 as number,
            string_agg(format('%L, %s', member.name, member.value), E',\n      ' order by member.number) as members
          from (
            select
              row_number() over () - 1 as number,
              m.name,
              case
                when m.masked then format($sql$case when %s.%I is not null then '***' end$sql$, row_alias, m.name)
                when m.class in ('json', 'enum', 'other', 'other array') then audit._column_value(row_alias, m.name, m.class)
                else format('%s.%I', row_alias, m.name)
              end as value
            from audit._columns(tracked_id) as m
            where not m.virtual
          ) as member
          group by member.number / 50
        ) as chunk
      ),
      '''{}''::jsonb'
    )
  end
  from audit._columns(tracked_id) as c;
$function$;

comment on function audit._row_json(int, text) is
  'SQL expression for a whole row as jsonb: masked values as "***", virtual generated columns left out, as triggers do not see them.';

revoke all on function audit._row_json(int, text) from public;
