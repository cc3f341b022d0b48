create or replace function audit._logged_images(relation regclass, log_table regclass, condition text) returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_logged_images.sql
-- Two numbers in one: a maximum finds a record of the log by it.
begin
  return format(
    $query$
select sha256(convert_to(%s, 'UTF8')) as h, %scase l.emaj_tuple when 'NEW' then 1 else -1 end as n,
  2 * l.emaj_gid + (l.emaj_tuple = 'NEW')::int as ref
from %s as l
where l.emaj_tuple <> '' and (%s)$query$,
    audit._row_image(relation, 'l', true), audit._net_key(relation, 'l'), log_table, condition
  );
end
$function$;

comment on function audit._logged_images(regclass, regclass, text) is
  'The query for the rows that log records speak of: the digest of the image (h), the key (k1, k2, …), 1 for one that came and -1 for one that went (n), and where it stands (ref: twice the emaj_gid, and one more for a NEW). condition: which records, of the alias l.';

revoke all on function audit._logged_images(regclass, regclass, text) from public;
