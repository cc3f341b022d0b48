create or replace function audit._refuse(code text, message text, hint text) returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_refuse.sql
begin
  case code
    when 'UA058' then
      raise exception using errcode = 'UA058', message = _refuse.message, hint = _refuse.hint;
    when 'UA059' then
      raise exception using errcode = 'UA059', message = _refuse.message, hint = _refuse.hint;
    when 'UA060' then
      raise exception using errcode = 'UA060', message = _refuse.message, hint = _refuse.hint;
    when 'UA061' then
      raise exception using errcode = 'UA061', message = _refuse.message, hint = _refuse.hint;
    when 'UA062' then
      raise exception using errcode = 'UA062', message = _refuse.message, hint = _refuse.hint;
    when 'UA063' then
      raise exception using errcode = 'UA063', message = _refuse.message, hint = _refuse.hint;
  end case;
end
$function$;

comment on function audit._refuse(text, text, text) is 'Raises one of the reasons why a group can''t be brought back exactly. Errors: UA058 to UA063.';

revoke all on function audit._refuse(text, text, text) from public;
