create or replace function audit._row_log_technical() returns text[]
language plpgsql
immutable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/row_log/_row_log_technical.sql
begin
  return array['emaj_verb', 'emaj_tuple', 'emaj_gid', 'emaj_changed', 'emaj_txid', 'emaj_user'];
end
$function$;

comment on function audit._row_log_technical() is 'The columns that every log table has besides those of its table.';

revoke all on function audit._row_log_technical() from public;
