create or replace function audit._full_xid(short xid) returns bigint
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/readers/_full_xid.sql
declare
  near     constant bigint := pg_current_xact_id()::text::bigint;
  distance bigint          := short::text::bigint - (near & 4294967295);
begin
  distance := distance - case when distance >= 2147483648 then 4294967296 when distance < -2147483648 then -4294967296 else 0 end;
  return near + distance;
end
$function$;

comment on function audit._full_xid(xid) is
  'A row''s xmin with 64 bits: the one that is nearest to this transaction''s id. One that is older than two billion transactions comes out too new, which its caller can bear.';

revoke all on function audit._full_xid(xid) from public;
