create or replace function audit._column_change(
  label       text,
  column_name text,
  class       text,
  masked      boolean,
  not_null    boolean,
  max_bytes   int,
  brief       boolean
) returns text
language plpgsql
immutable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_column_change.sql
declare
  json_class constant text := case class when 'boolean' then 'scalar' else class end;
  before constant text := audit._column_json_text('o', column_name, json_class, masked);
  after  constant text := audit._column_json_text('n', column_name, json_class, masked);
  short  constant text := format('%L || to_json(%s || '' -> '' || %s)::text', label, before, after);
  safe   constant text := format('%L || to_json(audit._change(%s, %s))::text', label, before, after);
begin
  -- Whose text is its JSON text, without a character to escape.
  if class in ('integer', 'boolean') and not masked then
    return format(
      case
        when not_null and class = 'integer' then 'concat(%1$L, o.%2$I, '' -> '', n.%2$I, ''"'')'
        else 'concat(%1$L, coalesce(o.%2$I::text, ''null''), '' -> '', coalesce(n.%2$I::text, ''null''), ''"'')'
      end,
      label || '"', column_name
    );
  end if;
  -- What a statement of one row pays for is the setting up of its expressions, whether it needs them or not.
  if brief and not masked and class in ('string', 'scalar', 'numeric') then
    return format('audit._changed_member(%L, o.%I, n.%I)', label, column_name, column_name);
  end if;
  -- The digits that a number can have are far from what is too long.
  if max_bytes is not null or masked or class = 'numeric' then
    return short;
  end if;
  -- A byte takes six in JSON at most. The length of a value is known without unpacking it.
  if class = 'string' then
    return format(
      'case when coalesce(octet_length(o.%1$I), 0) + coalesce(octet_length(n.%1$I), 0) <= 40000000 then %2$s else %3$s end',
      column_name, short, safe
    );
  end if;
  return safe;
end
$function$;

comment on function audit._column_change(text, text, text, boolean, boolean, int, boolean) is
  'SQL expression for a changed column that is neither JSON nor an array, as a member of a diff: label, then "<before> -> <after>" of the old row o and the new row n. class is that of audit._columns, or boolean. brief: in the form that is quickest to set up, not to run.';

revoke all on function audit._column_change(text, text, text, boolean, boolean, int, boolean) from public;
