create or replace function audit._row_log_values(context text, row_alias text, columns text[], nulls text[]) returns text
language plpgsql
immutable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/row_log/_row_log_values.sql
begin
  return array_to_string(
    array[context || '.captured_at', context || '.transaction_id', context || '.session_user_name']
      || nulls
      || array(select row_alias || '.' || c.name from unnest(columns) with ordinality as c (name, position) order by c.position),
    ', '
  );
end
$function$;

comment on function audit._row_log_values(text, text, text[], text[]) is
  'What a row of a log table holds after its number: when, in which transaction and by whom, the nulls that are wanted, and the columns (quoted names) of the row.';

revoke all on function audit._row_log_values(text, text, text[], text[]) from public;
