create or replace function audit._row_columns(relation regclass)
returns table (
  name       text,
  number     int,
  type       text,
  type_id    oid,
  generated  boolean,
  virtual    boolean,
  always     boolean,
  expression text,
  log_column text
)
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_row_columns.sql
#variable_conflict use_column
begin
  return query
  select
    a.attname::text,
    a.attnum::int,
    format_type(a.atttypid, a.atttypmod),
    a.atttypid,
    a.attgenerated <> '',
    a.attgenerated = 'v',
    a.attidentity = 'a',
    case when a.attgenerated <> '' then pg_get_expr(d.adbin, d.adrelid) end,
    l.log_column
  from pg_attribute as a
  left join pg_attrdef as d on d.adrelid = a.attrelid and d.adnum = a.attnum
  left join (
    select d.number, r.log_columns[array_position(r.columns, d.declared)] as log_column
    from audit.tracked_table as t
    join audit.row_log as r on r.tracked_id = t.id
    cross join lateral audit._declared_columns(t.id) as d
    where t.relid = relation
  ) as l on l.number = a.attnum
  where a.attrelid = relation and a.attnum > 0 and not a.attisdropped
  order by a.attnum;
end
$function$;

comment on function audit._row_columns(regclass) is
  'The columns of a table, in order, with what it takes to write a row: the type, whether it is generated (virtual: not even stored) and by which expression, and whether it is an identity column that is always generated; and the column of the log table that has it, null where there is none.';

revoke all on function audit._row_columns(regclass) from public;
