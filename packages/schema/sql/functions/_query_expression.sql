create or replace function audit._query_expression(tracked_id int) returns text
language sql
stable
set search_path = pg_catalog, pg_temp
as $function$
  -- Source: packages/schema/sql/functions/_query_expression.sql
  -- One statement can write several tables, and one query can hold several statements.
  select case
    when not t.log_query or t.masked <> '{}' then null
    when p.pattern is null then 'current_query()'
    -- Nobody tells of a new name of such a table.
    when not audit._follows_ddl() then 'case when audit._may_record_query(current_query()) then current_query() end'
    -- A longer one takes long to search, and is data rather than a query.
    else format(
      'case when octet_length(current_query()) <= 1048576 and current_query() !~* %L then current_query() end',
      p.pattern
    )
  end
  from audit.tracked_table as t
  cross join audit._masked_pattern() as p (pattern)
  where t.id = tracked_id;
$function$;

comment on function audit._query_expression(int) is
  'SQL expression for the client''s query as a tracked table records it: null where it may hold a masked value. No expression at all (null) where the table never records it.';

revoke all on function audit._query_expression(int) from public;
