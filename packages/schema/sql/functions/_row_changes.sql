create or replace function audit._row_changes(
  tracked_id int,
  brief      boolean,
  out normal_changes text,
  out json_changes   text
)
language sql
stable
set search_path = pg_catalog, pg_temp
as $function$
  -- Source: packages/schema/sql/functions/_row_changes.sql
  -- The members of a diff as text, each only where its column changed: building one text and parsing it once costs
  -- a fraction of building a jsonb for each column. A function takes 100 arguments, so wide tables need several
  -- calls of concat.
  with piece as (
    select
      c.diff_type is not null as is_json,
      (row_number() over (partition by c.diff_type is not null order by c.name) - 1) / 80 as chunk,
      c.name,
      format(
        'case when %s then %s end',
        c.changed,
        case
          when c.diff_type is null then audit._column_change(
            ', ' || to_json(case when c.name ~ '^∆*diffType$' then '∆' else '' end || c.name) || ': ',
            c.name, case c.leaf_type when 'bool'::regtype then 'boolean' else c.class end, c.masked, c.not_null, c.max_bytes, brief
          )
          else format(
            '%L || %s',
            ', ' || to_json(c.name) || ': ',
            audit._column_diff(c.name, c.class, c.diff_type, c.json_key, c.masked, brief)
          )
        end
      ) as expression
    from audit._columns(tracked_id) as c
    where c.compared
  ),
  call as (
    select p.is_json, p.chunk, format(E'concat(\n        %s\n      )', string_agg(p.expression, E',\n        ' order by p.name)) as expression
    from piece as p
    group by p.is_json, p.chunk
  )
  select
    coalesce(string_agg(c.expression, ' || ' order by c.chunk) filter (where not c.is_json), ''''''),
    coalesce(string_agg(c.expression, ' || ' order by c.chunk) filter (where c.is_json), '''''')
  from call as c;
$function$;

comment on function audit._row_changes(int, boolean) is
  'SQL expressions for the changed columns between the old row o and the new row n, as the inner text of a JSON object with a leading comma; empty where nothing changed. brief: in the form that is quickest to set up, not to run.';

revoke all on function audit._row_changes(int, boolean) from public;
