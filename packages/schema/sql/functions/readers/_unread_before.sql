create or replace function audit._unread_before(moment timestamptz) returns text[]
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/readers/_unread_before.sql
begin
  return array(
    select r.name
    from audit.reader as r
    cross join lateral audit._reader_lag(r) as lag
    where lag.oldest_unread < moment or lag.records_behind is null
    order by r.name
  );
end
$function$;

comment on function audit._unread_before(timestamptz) is
  'Names of the readers that have still to read records of transactions that began before a time; those of which nobody can tell (see audit.settle_log) among them. For retention, which would drop such records.';

revoke all on function audit._unread_before(timestamptz) from public;
