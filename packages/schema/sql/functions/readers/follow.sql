create or replace function audit.follow(duration interval default '1 minute') returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/readers/follow.sql
declare
  wanted constant bigint := ceil(date_part('epoch', clock_timestamp() + follow.duration))::bigint;
begin
  if follow.duration is null or follow.duration < interval '0' or follow.duration > interval '1 hour' then
    raise exception using
      errcode = 'UA035',
      message = format('duration is %s', coalesce(follow.duration::text, 'null')),
      hint = 'Give one of up to an hour, and call it again before that ends.';
  end if;
  perform setval('audit.followed_until', wanted)
  where coalesce(pg_sequence_last_value('audit.followed_until'), 0) < wanted;
end
$function$;

comment on function audit.follow(interval) is
  'Says that somebody follows the log for so long: until then each transaction that writes a record notifies the channel audit_log at its commit. LISTEN first, then call this, and again before the time is over. Error: UA035. Example: listen audit_log; select audit.follow().';

revoke all on function audit.follow(interval) from public;
