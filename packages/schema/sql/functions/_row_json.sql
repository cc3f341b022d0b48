create or replace function audit._row_json(tracked_id int, row_alias text) returns text
language sql
stable
set search_path = pg_catalog, pg_temp
as $function$
  -- Source: packages/schema/sql/functions/_row_json.sql
  select case
    when coalesce(bool_and(not c.masked and not c.virtual and c.class not in ('enum', 'json', 'other', 'other array')), true)
    -- With the star, because a column may be named like the alias.
    then format('to_jsonb(%s.*)', row_alias)
    else format(
      E'(\n    select to_jsonb(r.*)\n    from (\n      select\n        %s\n    ) as r\n  )',
      string_agg(
        case
          when c.masked then format($sql$case when %s.%I is not null then '***' end as %2$I$sql$, row_alias, c.name)
          when c.class in ('enum', 'json', 'other', 'other array')
            then format('%s as %I', audit._column_value(row_alias, c.name, c.class), c.name)
          else format('%s.%I', row_alias, c.name)
        end,
        E',\n        '
      ) filter (where not c.virtual)
    )
  end
  from audit._columns(tracked_id) as c;
$function$;

comment on function audit._row_json(int, text) is
  'SQL expression for a whole row as jsonb: masked values as "***", virtual generated columns left out, as triggers do not see them.';

revoke all on function audit._row_json(int, text) from public;
