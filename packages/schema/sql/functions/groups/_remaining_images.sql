create or replace function audit._remaining_images(tracked_id int, relation regclass, log_table regclass, round int, since bigint) returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_remaining_images.sql
-- Without reading again what was logged since the mark.
declare
  net  constant text := audit._net_table(tracked_id, round);
  keys constant text := coalesce(
    (select string_agg(format('d.k%s, ', k), '') from generate_subscripts(audit._match_key(relation), 1) as k), ''
  );
  logged constant text := audit._logged_images(relation, log_table, format('l.emaj_gid > %s', since));
begin
  if to_regclass(net) is null then
    return logged;
  end if;
  return format(
    $query$
select sha256(convert_to(%1$s, 'UTF8')) as h, %2$sd.copies as n, d.now_ref as ref from %3$s as d where d.now_ref is not null
union all
select sha256(convert_to(%4$s, 'UTF8')), %2$s-d.copies, d.then_ref from %3$s as d where d.then_ref is not null
union all %5$s$query$,
    audit._row_image(relation, '(d.now_row)'), keys, net, audit._row_image(relation, '(d.then_row)'), logged
  );
end
$function$;

comment on function audit._remaining_images(int, regclass, regclass, int, bigint) is
  'The query for the images that came and went since the mark, after a round: what was different before it, and what it has itself logged since a gid.';

revoke all on function audit._remaining_images(int, regclass, regclass, int, bigint) from public;
