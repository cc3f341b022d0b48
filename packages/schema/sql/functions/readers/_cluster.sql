create or replace function audit._cluster() returns audit.cluster
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/readers/_cluster.sql
declare
  home audit.cluster;
begin
  select c.* into home from audit.cluster as c order by c.id desc limit 1;
  -- A role that may not read the number is trusted: it could not be told otherwise.
  if home.id is null or home.system_identifier <> audit._system_identifier() then
    raise exception using
      errcode = 'UA034',
      message = 'the log was restored from another cluster, whose transaction ids mean nothing in this one',
      hint = 'An administrator runs select audit.settle_log(), or select audit.settle_log(same_log => true) after pg_upgrade.';
  end if;
  return home;
end
$function$;

comment on function audit._cluster() is
  'The row of audit.cluster for this cluster. Error: UA034, where the log comes from another one and audit.settle_log has not been called since.';

revoke all on function audit._cluster() from public;
