create or replace function audit._month_cut(before timestamptz) returns timestamptz
language plpgsql
stable
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
as $function$
-- Source: packages/schema/sql/functions/retention/_month_cut.sql
begin
  if before is null or not isfinite(before) then
    raise exception using
      errcode = 'UA072',
      message = format('before is %s, which is no time', coalesce(before::text, 'null')),
      hint = 'Say up to when records can go, for example now() - interval ''12 months''.';
  end if;
  return date_trunc('month', before);
end
$function$;

comment on function audit._month_cut(timestamptz) is
  'The beginning of the month (UTC) that a time is in: what is older can go. Error: UA072.';

revoke all on function audit._month_cut(timestamptz) from public;
