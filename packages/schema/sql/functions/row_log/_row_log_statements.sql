create or replace function audit._row_log_statements(
  tracked_id int,
  operation  text,
  context    text,
  bare       boolean default false
) returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/row_log/_row_log_statements.sql
-- An update's number is drawn with the old row, in the order of the transition table, and goes with it through the
-- join: both rows have the same, whatever the defaults of further columns draw. Masked columns are left out, so that
-- they are null.
declare
  target   text;
  numbered text;
  columns  text[];
  sources  text[];
  same_key text;
  further  text[] := array[]::text[];
  nulls    text[] := array[]::text[];
  -- Names that no column of the table has.
  nth      text;
  gid      text;
begin
  select r.log_table::text into target
  from audit.row_log as r join pg_class as l on l.oid = r.log_table
  where r.tracked_id = _row_log_statements.tracked_id;
  if not found then
    return '';
  end if;
  select 'row' || i, 'gid' || i into nth, gid
  from generate_series(1, 1601) as i
  where not exists (
    select from audit.row_log as r join pg_attribute as a on a.attrelid = r.relid
    where r.tracked_id = _row_log_statements.tracked_id and a.attname in ('row' || i, 'gid' || i)
  )
  limit 1;
  select coalesce(array_agg(quote_ident(c.log_column)), '{}'), coalesce(array_agg(quote_ident(c.name)), '{}')
  into columns, sources
  from audit._row_log_columns(tracked_id) as c
  where not c.masked;
  if bare then
    select
      coalesce(array_agg(quote_ident(a.attname) order by a.attnum), '{}'),
      -- With their types, because a list of VALUES would make them text.
      coalesce(array_agg(format('null::%s', format_type(a.atttypid, a.atttypmod)) order by a.attnum), '{}')
    into further, nulls
    from audit.row_log as r join pg_attribute as a on a.attrelid = r.log_table
    where r.tracked_id = _row_log_statements.tracked_id and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      and a.attname <> all (audit._row_log_technical() || r.log_columns);
  end if;
  target := format(
    E'\n  insert into %s (\n    %s\n  )\n',
    target, array_to_string('{emaj_verb,emaj_tuple,emaj_gid,emaj_changed,emaj_txid,emaj_user}' || further || case operation when 'truncate' then '{}' else columns end, ', ')
  );
  numbered := format('(select row_number() over () as %s, r.* from %%s as r)', nth);

  if operation = 'truncate' then
    return target || format(
      $sql$  select 'TRU', '', nextval('audit.row_log_gid_seq'), %s;$sql$, audit._row_log_values(context, '', '{}', nulls)
    );
  end if;
  if operation <> 'update unpaired' then
    return target || format(
      case operation
        when 'insert' then $sql$  select 'INS', 'NEW', nextval('audit.row_log_gid_seq'), %1$s
  from new_rows as n;$sql$
        when 'delete' then $sql$  select 'DEL', 'OLD', nextval('audit.row_log_gid_seq'), %2$s
  from old_rows as o;$sql$
        else $sql$  select 'UPD', version.*
  from (select row_number() over () as %3$s, nextval('audit.row_log_gid_seq') as %4$s, r.* from old_rows as r) as o
  join %5$s as n on n.%3$s = o.%3$s
  cross join lateral (values
    ('OLD', o.%4$s, %2$s),
    ('NEW', o.%4$s, %1$s)
  ) as version;$sql$
      end,
      audit._row_log_values(context, 'n', sources, nulls), audit._row_log_values(context, 'o', sources, nulls),
      nth, gid, format(numbered, 'new_rows')
    );
  end if;

  -- Where an update of a partitioned table loses a row on its way to another partition: see audit._update_statements.
  same_key := case
    when exists (select from audit._columns(tracked_id) as c where c.key_position is not null)
    then format('%s = %s', audit._row_key(tracked_id, 'o'), audit._row_key(tracked_id, 'n'))
    else 'false'
  end;
  return concat(
    format(
      $sql$
  with o as materialized %5$s, n as materialized %6$s,
  pair as materialized (
    select o.%3$s as o, n.%3$s as n, nextval('audit.row_log_gid_seq') as gid from o join n on %7$s
  )$sql$
      || target || $sql$  select 'UPD', 'OLD', pair.gid, %2$s
  from pair join o on o.%3$s = pair.o
  union all
  select 'UPD', 'NEW', pair.gid, %1$s
  from pair join n on n.%3$s = pair.n;
$sql$,
      audit._row_log_values(context, 'n', sources, nulls), audit._row_log_values(context, 'o', sources, nulls),
      nth, gid, format(numbered, 'old_rows'), format(numbered, 'new_rows'), same_key
    ),
    target, format(
      $sql$  select 'DEL', 'OLD', nextval('audit.row_log_gid_seq'), %s
  from old_rows as o
  where not exists (select from new_rows as n where %s);
$sql$,
      audit._row_log_values(context, 'o', sources, nulls), same_key
    ),
    target, format(
      $sql$  select 'INS', 'NEW', nextval('audit.row_log_gid_seq'), %s
  from new_rows as n
  where not exists (select from old_rows as o where %s);$sql$,
      audit._row_log_values(context, 'n', sources, nulls), same_key
    )
  );
end
$function$;

comment on function audit._row_log_statements(int, text, text, boolean) is
  'The statements that write the typed log table of a tracked table, empty where it has none: operation is insert, delete, update, truncate, or ''update unpaired'' where rows have no counterpart; context is the expression for the audit.capture_context, or the block of variables of the same names. bare: with nulls instead of the defaults of further columns.';

revoke all on function audit._row_log_statements(int, text, text, boolean) from public;
