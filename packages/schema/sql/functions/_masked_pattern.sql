create or replace function audit._masked_pattern() returns text
language sql
stable
set search_path = pg_catalog, pg_temp
set standard_conforming_strings = on
as $function$
  -- Source: packages/schema/sql/functions/_masked_pattern.sql
  -- \m and \M, the ends of a word, hold only beside a letter, a digit or an underscore.
  select '(' || string_agg(
    case when w.name ~ '^\w' then '\m' else '' end
      || regexp_replace(w.name, '(\W)', '\\\1', 'g')
      || case when w.name ~ '\w$' then '\M' else '' end,
    '|' order by w.name
  ) || ')'
  from (
    select distinct c.relname::text
    from audit.tracked_table as t
    cross join lateral (select t.relid union all select audit._descendants(t.relid)) as r (relid)
    join pg_class as c on c.oid = r.relid
    where t.masked <> '{}'
  ) as w (name);
$function$;

comment on function audit._masked_pattern() is
  'Regular expression for the names of all tables that have masked columns; null where none has. A query that names one may hold a masked value, whichever table''s change it is recorded with.';

revoke all on function audit._masked_pattern() from public;
