create or replace function audit._row_log_statements(
  tracked_id int,
  operation  text,
  bare       boolean default false,
  one        boolean default false
) returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/row_log/_row_log_statements.sql
-- An update's number is drawn with the old row, in the order of the transition table, and the new row finds it by its
-- place: both have the same, whatever the defaults of further columns draw. Only the places and the numbers are hashed
-- for that, not the rows. Masked columns are left out, so that they are null.
declare
  target   text;
  columns  text[];
  old_rows text;
  new_rows text;
  same_key text;
  further  text[] := array[]::text[];
  nulls    text[] := array[]::text[];
  -- Names that no column of the table has.
  suffix   int;
begin
  select r.log_table::text into target
  from audit.row_log as r join pg_class as l on l.oid = r.log_table
  where r.tracked_id = _row_log_statements.tracked_id;
  if not found then
    return '';
  end if;
  select i into suffix
  from generate_series(1, 1601) as i
  where not exists (
    select from audit.row_log as r join pg_attribute as a on a.attrelid = r.relid
    where r.tracked_id = _row_log_statements.tracked_id and a.attname in ('row' || i, 'gid' || i, 'clock' || i)
  )
  limit 1;
  if bare then
    select
      coalesce(array_agg(quote_ident(a.attname) order by a.attnum), '{}'),
      coalesce(array_agg(format('null::%s', format_type(a.atttypid, a.atttypmod)) order by a.attnum), '{}')
    into further, nulls
    from audit.row_log as r join pg_attribute as a on a.attrelid = r.log_table
    where r.tracked_id = _row_log_statements.tracked_id and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      and a.attname <> all (audit._row_log_technical() || r.log_columns);
  end if;
  select
    coalesce(array_agg(quote_ident(c.log_column)), '{}'),
    array_to_string(nulls || array_agg('o.' || quote_ident(c.name)), ', '),
    array_to_string(nulls || array_agg('n.' || quote_ident(c.name)), ', ')
  into columns, old_rows, new_rows
  from audit._row_log_columns(tracked_id) as c
  where not c.masked and operation <> 'truncate';
  old_rows := coalesce(', ' || nullif(old_rows, ''), '');
  new_rows := coalesce(', ' || nullif(new_rows, ''), '');
  target := format(
    E'\n  insert into %s (\n    %s\n  )\n  ',
    target, array_to_string('{emaj_verb,emaj_tuple,emaj_gid,emaj_changed,emaj_txid,emaj_user}' || further || columns, ', ')
  );

  if operation <> 'update unpaired' then
    return format(
      case operation
        when 'truncate' then $sql$%1$sselect 'TRU', '', nextval('audit.row_log_gid_seq'), %4$s%2$s;$sql$
        when 'insert' then $sql$%1$sselect 'INS', 'NEW', nextval('audit.row_log_gid_seq'), %4$s%3$s
  from %7$s as n;$sql$
        when 'delete' then $sql$%1$sselect 'DEL', 'OLD', nextval('audit.row_log_gid_seq'), %4$s%2$s
  from %8$s as o;$sql$
        else $sql$
  with numbered as materialized (
    select row_number() over () as row%6$s, nextval('audit.row_log_gid_seq') as gid%6$s, (select clock_timestamp()) as clock%6$s, r.*
    from %8$s as r
  )%1$sselect 'UPD', 'OLD', o.gid%6$s, o.clock%6$s, %5$s%2$s
  from numbered as o
  union all
  select 'UPD', 'NEW', o.gid%6$s, o.clock%6$s, %5$s%3$s
  from (select row_number() over () as row%6$s, r.* from %7$s as r) as n
  join numbered as o on o.row%6$s = n.row%6$s;$sql$
      end,
      target, old_rows, new_rows,
      '(select clock_timestamp()), (select pg_current_xact_id()::text::bigint), session_user',
      '(select pg_current_xact_id()::text::bigint), session_user',
      suffix,
      case when one then '(select ($2).*)' else 'new_rows' end,
      case when one then '(select ($1).*)' else 'old_rows' end
    );
  end if;

  -- Where an update of a partitioned table loses a row on its way to another partition: see audit._update_statements.
  same_key := case
    when exists (select from audit._columns(tracked_id) as c where c.key_position is not null)
    then format('%s = %s', audit._row_key(tracked_id, 'o'), audit._row_key(tracked_id, 'n'))
    else 'false'
  end;
  return format(
    $sql$
  with o as materialized (select row_number() over () as row%6$s, r.* from old_rows as r),
  n as materialized (select row_number() over () as row%6$s, r.* from new_rows as r),
  pair as materialized (
    select o.row%6$s as o, n.row%6$s as n, nextval('audit.row_log_gid_seq') as gid from o join n on %5$s
  )%1$sselect 'UPD', 'OLD', pair.gid, %4$s%2$s
  from pair join o on o.row%6$s = pair.o
  union all
  select 'UPD', 'NEW', pair.gid, %4$s%3$s
  from pair join n on n.row%6$s = pair.n;
%1$sselect 'DEL', 'OLD', nextval('audit.row_log_gid_seq'), %4$s%2$s
  from old_rows as o
  where not exists (select from new_rows as n where %5$s);
%1$sselect 'INS', 'NEW', nextval('audit.row_log_gid_seq'), %4$s%3$s
  from new_rows as n
  where not exists (select from old_rows as o where %5$s);$sql$,
    target, old_rows, new_rows,
    '(select clock_timestamp()), (select pg_current_xact_id()::text::bigint), session_user', same_key, suffix
  );
end
$function$;

comment on function audit._row_log_statements(int, text, boolean, boolean) is
  'The statements that write the typed log table of a tracked table, from the transition tables old_rows and new_rows; empty where it has none. operation is insert, delete, update, truncate (the event alone), or ''update unpaired'' where rows have no counterpart. bare: with nulls instead of the defaults of further columns. one: from the rows $1 (old) and $2 (new) instead.';

revoke all on function audit._row_log_statements(int, text, boolean, boolean) from public;
