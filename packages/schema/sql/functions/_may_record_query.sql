create or replace function audit._may_record_query(query text) returns boolean
language sql
stable
set search_path = pg_catalog, pg_temp
as $function$
  -- Source: packages/schema/sql/functions/_may_record_query.sql
  select case
    when p.pattern is null then true
    -- A longer one takes long to search, and is data rather than a query.
    when octet_length(query) > 1048576 then false
    else query !~* p.pattern
  end
  from audit._masked_pattern() as p (pattern);
$function$;

comment on function audit._may_record_query(text) is
  'Whether a query can be recorded without the risk of showing a masked value: it names no table that has masked columns.';

revoke all on function audit._may_record_query(text) from public;
