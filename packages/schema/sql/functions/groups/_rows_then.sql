create or replace function audit._rows_then(relation regclass, log_table regclass, since bigint, condition text) returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_rows_then.sql
-- One statement, so that the table and its log are seen at one moment.
declare
  partitioned constant boolean := (select c.relkind = 'p' from pg_class as c where c.oid = relation);
  target      constant text    := case when partitioned then '' else 'only ' end || relation;
  image       constant text    := format('sha256(convert_to(%s, ''UTF8''))', audit._row_image(relation, 'r'));
begin
  return format(
    $query$
with net as materialized (%1$s)
select %2$s
from (
  select %5$s from net as d
  join %3$s as l on l.emaj_gid > %6$s and l.emaj_gid = d.then_ref / 2 and l.emaj_tuple = case d.then_ref %% 2 when 1 then 'NEW' else 'OLD' end
  cross join lateral generate_series(1, d.copies)
) as r
union all
%4$s$query$,
    audit._net_query(relation, audit._logged_images(relation, log_table, condition)),
    (select string_agg(case when c.virtual then c.expression else format('r.%I', c.name) end, ', ' order by c.number) from audit._row_columns(relation) as c),
    log_table,
    case
      when audit._match_key(relation) is not null
      then format('select r.* from %s as r where not exists (select from net as d where d.now_ref is not null and %s)', target, audit._key_matches(relation, 'r', 'd'))
      else format(
        $rows$
select (r.present).*
from (
  select row(r.*)::%5$s as present, %1$s as h, row_number() over (partition by %1$s) as copy from %2$s as r
) as r
left join (
  select sha256(convert_to(%3$s, 'UTF8')) as h, d.copies
  from net as d join %4$s as l on l.emaj_gid > %6$s and l.emaj_gid = d.now_ref / 2 and l.emaj_tuple = case d.now_ref %% 2 when 1 then 'NEW' else 'OLD' end
) as gone on gone.h = r.h
where gone.h is null or r.copy > gone.copies$rows$,
        image, target, audit._row_image(relation, 'l', true), log_table, relation, since
      )
    end,
    (select string_agg(format('l.%I::%s as %I', c.log_column, c.type, c.name), ', ' order by c.number) from audit._row_columns(relation) as c where not c.virtual),
    since
  );
end
$function$;

comment on function audit._rows_then(regclass, regclass, bigint, text) is
  'The query for the rows of a table as they were before some changes. since: a gid that all of them are above. condition: which records of the log, of the alias l, are undone.';

revoke all on function audit._rows_then(regclass, regclass, bigint, text) from public;
