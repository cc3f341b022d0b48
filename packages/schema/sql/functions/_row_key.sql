create or replace function audit._row_key(tracked_id int, row_alias text) returns text
language sql
stable
set search_path = pg_catalog, pg_temp
as $function$
  -- Source: packages/schema/sql/functions/_row_key.sql
  select case
    when count(*) = 0 then 'null'
    -- Unbounded, or too long for the index when all are at their longest.
    when bool_or(c.max_bytes is null) or sum(c.max_bytes + 3) > 2400
    then format('audit._fit_data_id(%s)', string_agg(part.expression, ' || ''∆'' || ' order by c.key_position))
    else string_agg(part.expression, ' || ''∆'' || ' order by c.key_position)
  end
  from audit._columns(tracked_id) as c
  cross join lateral (
    select format($sql$coalesce(%s, 'null')$sql$, audit._column_bare_text(row_alias, c.name, c.class))
  ) as part (expression)
  where c.key_position is not null;
$function$;

comment on function audit._row_key(int, text) is
  'SQL expression for data_id: the key values in key order, joined with ∆, a null as the word null.';

revoke all on function audit._row_key(int, text) from public;
