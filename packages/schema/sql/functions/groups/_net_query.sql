create or replace function audit._net_query(relation regclass, images text) returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_net_query.sql
-- What came and went again leaves nothing: of each image only the difference counts. So it does not matter in what
-- order a statement changed its rows, nor whether keys were passed from one row to the next.
declare
  keys constant text := (
    select string_agg('k' || k, ', ') from generate_subscripts(audit._match_key(relation), 1) as k
  );
begin
  if keys is null then
    return format(
      $query$
select case when sum(i.n) > 0 then max(i.ref) end as now_ref, case when sum(i.n) < 0 then max(i.ref) end as then_ref,
  abs(sum(i.n))::bigint as copies
from (%s) as i group by i.h having sum(i.n) <> 0$query$,
      images
    );
  end if;
  return format(
    $query$
select %1$s, max(d.ref) filter (where d.n > 0) as now_ref, max(d.ref) filter (where d.n < 0) as then_ref,
  1::bigint as copies
from (select i.h, %1$s, sum(i.n) as n, max(i.ref) as ref from (%2$s) as i group by i.h, %1$s having sum(i.n) <> 0) as d
group by %1$s$query$,
    keys, images
  );
end
$function$;

comment on function audit._net_query(regclass, text) is
  'The query for what is different now from then, given the images that came and went since: the image that is there now (now_ref), the one that was there then (then_ref), and in how many copies. With a key, the two images of a row stand together.';

revoke all on function audit._net_query(regclass, text) from public;
