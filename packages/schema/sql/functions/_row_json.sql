create or replace function audit._row_json(tracked_id int, row_alias text) returns text
language sql
stable
set search_path = pg_catalog, pg_temp
as $function$
  -- Source: packages/schema/sql/functions/_row_json.sql
  -- One text, parsed once, is faster than to_jsonb(row), which looks each column's type up again for each row. A
  -- function takes 100 arguments, so wide tables need several calls of concat.
  select format(
    E'(''{'' || %s || ''}'')::jsonb',
    coalesce(
      string_agg(format(E'concat(\n      %s\n    )', chunk.members), ' || ' order by chunk.number),
      ''''''
    )
  )
  from (
    select
      member.number / 40 as number,
      string_agg(format('%L, %s', member.label, member.value), E',\n      ' order by member.number) as members
    from (
      select
        row_number() over (order by c.position) - 1 as number,
        case when row_number() over (order by c.position) > 1 then ', ' else '' end || to_json(c.name) || ': ' as label,
        audit._column_json_text(row_alias, c.name, c.class, c.masked) as value
      from audit._columns(tracked_id) with ordinality as c (
        name, class, key_position, compared, masked, virtual, diff_type, json_key, changed, leaf_type, max_bytes, position
      )
      where not c.virtual
    ) as member
    group by member.number / 40
  ) as chunk;
$function$;

comment on function audit._row_json(int, text) is
  'SQL expression for a whole row as jsonb: masked values as "***", virtual generated columns left out, as triggers do not see them.';

revoke all on function audit._row_json(int, text) from public;
