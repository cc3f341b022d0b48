create or replace function audit._redo_rows(tracked_id int, relation regclass, round int) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_redo_rows.sql
begin
  execute format(
    $query$
insert into %s (%s) overriding system value
select %s
from %s as d cross join lateral generate_series(1, d.copies)
where d.way in ('insert', 'replace')
order by d.then_ref$query$,
    relation,
    (select string_agg(quote_ident(c.name), ', ' order by c.number) from audit._row_columns(relation) as c where not c.generated),
    (select string_agg(format('(d.then_row).%I', c.name), ', ' order by c.number) from audit._row_columns(relation) as c where not c.generated),
    audit._net_table(tracked_id, round)
  );
end
$function$;

comment on function audit._redo_rows(int, regclass, int) is 'Last step of a round: inserts the rows that were there then.';

revoke all on function audit._redo_rows(int, regclass, int) from public;
