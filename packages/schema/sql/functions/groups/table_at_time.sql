create or replace function audit.table_at(target anyelement, at timestamptz) returns setof anyelement
language plpgsql
stable
set search_path = pg_catalog, pg_temp
set standard_conforming_strings = on
set jit = off
set row_security = off
set timezone = 'UTC'
set datestyle = 'ISO, MDY'
set intervalstyle = 'postgres'
set bytea_output = 'hex'
set extra_float_digits = 1
set lc_monetary = 'C'
set quote_all_identifiers = off
as $function$
-- Source: packages/schema/sql/functions/groups/table_at_time.sql
-- A transaction counts from its last change to the table on, as a whole: nothing tells when it was committed. Rows are
-- locked until then, so whoever changed them next did so later.
declare
  declared  constant int      := audit._time_travel(pg_typeof(table_at.target));
  log       constant audit.row_log := (select r from audit.row_log as r where r.tracked_id = declared);
  relation  constant regclass := log.relid;
  near      audit.table_group_mark;
  earlier   record;
  spanned   boolean;
  begin_at  bigint := 0;
begin
  if table_at.at is null or table_at.at < log.since then
    raise exception using
      errcode = 'UA067',
      message = format('what %s held at %s is not known', relation, coalesce(to_char(table_at.at, 'YYYY-MM-DD HH24:MI:SS TZ'), 'null')),
      hint = format('Its log table goes back to %s.', to_char(log.since, 'YYYY-MM-DD HH24:MI:SS TZ'));
  end if;
  -- The last mark before, or else the first one after, tells whether the table had the columns that it has now.
  select m.* into near
  from audit.mark_table as t
  join audit.table_group_mark as m on m.id = t.mark_id
  join audit.table_group_member as g on g.id = t.member_id
  where g.tracked_id = declared
  order by m.marked_at > table_at.at, case when m.marked_at <= table_at.at then m.gid end desc, m.gid
  limit 1;
  if found then
    perform audit._refuse_time_travel(declared, near);
  end if;
  -- No transaction is on both sides of a mark, but perhaps the one that has set it.
  for earlier in
    select m.gid, m.transaction_id
    from audit.mark_table as t
    join audit.table_group_mark as m on m.id = t.mark_id
    join audit.table_group_member as g on g.id = t.member_id
    where g.tracked_id = declared and t.log_table = log.log_table and m.marked_at <= table_at.at
    order by m.gid desc, m.id desc
  loop
    execute format('select exists (select from %s as l where l.emaj_gid > $1 and l.emaj_txid = $2)', log.log_table)
    into spanned using earlier.gid, earlier.transaction_id;
    begin_at := earlier.gid;
    exit when not spanned;
    begin_at := 0;
  end loop;
  return query execute audit._rows_then(
    relation, log.log_table, begin_at,
    format(
      'l.emaj_gid > %1$s and l.emaj_txid in (select b.emaj_txid from %2$s as b where b.emaj_gid > %1$s and b.emaj_changed > %3$L::timestamptz)',
      begin_at, log.log_table, table_at.at
    )
  );
end
$function$;

comment on function audit.table_at(anyelement, timestamptz) is
  'The rows of a table as they were at a time, in the table''s own types: a transaction counts as a whole, from its last change to the table on. target: a null of the table''s row type. Reads the log from the last mark before that time on, or all of it. Errors: UA060 to UA062, UA066, UA067. Example: select * from audit.table_at(null::shop.orders, now() - interval ''1 hour'').';

revoke all on function audit.table_at(anyelement, timestamptz) from public;
