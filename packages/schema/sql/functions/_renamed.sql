create or replace function audit._renamed(names text[], renamed jsonb) returns text[]
language plpgsql
immutable
parallel safe
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_renamed.sql
-- All at once, because two columns may have swapped their names.
begin
  return case
    when names is not null
    then array(
      select coalesce(renamed ->> n.name, n.name) from unnest(names) with ordinality as n (name, position) order by n.position
    )
  end;
end
$function$;

comment on function audit._renamed(text[], jsonb) is
  'A list of column names with those replaced that {"<old name>": "<new name>"} says are called otherwise now; null for null.';

revoke all on function audit._renamed(text[], jsonb) from public;
