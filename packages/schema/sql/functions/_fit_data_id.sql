create or replace function audit._fit_data_id(data_id text) returns text
language sql
immutable
parallel safe
set search_path = pg_catalog, pg_temp
as $function$
  -- Source: packages/schema/sql/functions/_fit_data_id.sql
  -- A b-tree entry holds 2,704 bytes at most, and a record that the log's index can't take would fail the write.
  select case
    when octet_length(data_id) <= 2400 then data_id
    else left(data_id, 500) || '…' || md5(data_id)
  end;
$function$;

comment on function audit._fit_data_id(text) is
  'A key of up to 2,400 bytes as it is; a longer one as its first 500 characters, … and the MD5 of the whole, so that it stays unique and the index can hold it.';

revoke all on function audit._fit_data_id(text) from public;
