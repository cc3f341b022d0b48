create or replace function audit._literal(type text, type_id oid, value text) returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_literal.sql
begin
  -- An amount of money is read with the reader's own currency.
  if audit._base_type(type_id) = 'money'::regtype then
    return format('format(%L, %s::numeric)', '%L::numeric::' || replace(type, '%', '%%'), value);
  end if;
  return format('format(%L, %s)', '%L::' || replace(type, '%', '%%'), value);
end
$function$;

comment on function audit._literal(text, oid, text) is
  'The expression that writes a value as SQL that any session reads as exactly that value. value: an expression of that type.';

revoke all on function audit._literal(text, oid, text) from public;
