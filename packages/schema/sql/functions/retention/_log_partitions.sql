create or replace function audit._log_partitions() returns table (partition regclass, begins timestamptz, ends timestamptz)
language plpgsql
stable
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set datestyle = 'ISO, MDY'
as $function$
-- Source: packages/schema/sql/functions/retention/_log_partitions.sql
begin
  return query
  select
    c.oid::regclass,
    replace(bound.parts[1], 'MINVALUE', '-infinity')::timestamptz,
    replace(bound.parts[2], 'MAXVALUE', 'infinity')::timestamptz
  from pg_inherits as i
  join pg_class as c on c.oid = i.inhrelid
  cross join lateral (
    select regexp_match(pg_get_expr(c.relpartbound, c.oid), '^FOR VALUES FROM \(''?(.+?)''?\) TO \(''?(.+?)''?\)$') as parts
  ) as bound
  where i.inhparent = 'audit.data_op_log'::regclass
  order by 2, 1;
end
$function$;

comment on function audit._log_partitions() is
  'The partitions of the log and the times that each is for: from begins up to ends, without it; nulls for the default one.';

revoke all on function audit._log_partitions() from public;
