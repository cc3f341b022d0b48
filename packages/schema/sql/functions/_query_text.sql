create or replace function audit._query_text(client_query text, statement_id bigint) returns text
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_query_text.sql
-- A query of many kilobytes on each of many records would be most of the log: the first record of the statement
-- has it whole. A transaction-local setting remembers which statement has had its first.
declare
  max_bytes  constant int := 1024;
  statement  constant text := statement_id::text;
  characters int := max_bytes;
  cut        text;
begin
  if current_setting('audit.whole_query_of', true) is distinct from statement then
    perform set_config('audit.whole_query_of', statement, true);
    return client_query;
  end if;
  loop
    cut := left(client_query, characters);
    exit when octet_length(cut) <= max_bytes;
    -- A character has four bytes at most, so this never cuts more than it must by much.
    characters := characters - greatest(1, (octet_length(cut) - max_bytes) / 4);
  end loop;
  return cut;
end
$function$;

comment on function audit._query_text(text, bigint) is
  'For a query longer than 1 kB: the whole text for the first record of its statement, the first kilobyte for the others.';

revoke all on function audit._query_text(text, bigint) from public;
