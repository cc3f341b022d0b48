create or replace function audit._logged_changes() returns setof record
language plpgsql
stable
set search_path = pg_catalog, pg_temp
set jit = off
as $function$
-- Source: packages/schema/sql/functions/row_log/_logged_changes.sql
declare
  query text;
begin
  select string_agg(
    format(
      'select l.emaj_gid, l.emaj_tuple, l.emaj_verb, case when l.emaj_tuple <> '''' then row(%s)::text end from %s as l where (l.emaj_verb, l.emaj_tuple) <> (''UPD'', ''OLD'')',
      (
        select string_agg(format('l.%I', f.log_column), ', ' order by a.attnum)
        from unnest(r.columns, r.log_columns) as f (name, log_column)
        join pg_attribute as a on a.attrelid = r.log_table and a.attname = f.log_column and not a.attisdropped
      ),
      r.log_table
    ),
    E'\nunion all\n' order by r.id
  )
  into query
  from audit.row_log as r join pg_class as c on c.oid = r.log_table;
  if query is null then
    return;
  end if;
  return query execute format(
    $sql$
    select case c.verb when 'INS' then 'INSERT' when 'UPD' then 'UPDATE' when 'DEL' then 'DELETE' else 'TRUNCATE' end, c.data
    from (%s) as c (gid, tuple, verb, data)
    order by c.gid, c.tuple$sql$,
    query
  );
end
$function$;

comment on function audit._logged_changes() is
  'What audit.changes_log shows (operation text, changed_data text), read from all log tables with the rights of the caller.';

revoke all on function audit._logged_changes() from public;
