create or replace function audit._column_changed(column_name text, class text, collation_id oid) returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_column_changed.sql
begin
  return format(
    case
      -- Letters that a collation calls equal are still a change.
      when class = 'string' and exists (
        select from pg_collation as c where c.oid = collation_id and not c.collisdeterministic
      ) then $sql$o.%1$I::text collate pg_catalog."C" is distinct from n.%1$I::text collate pg_catalog."C"$sql$
      when class = 'array' and exists (
        select from pg_collation as c where c.oid = collation_id and not c.collisdeterministic
      ) then $sql$to_jsonb(o.%1$I) is distinct from to_jsonb(n.%1$I)$sql$
      when class in ('integer', 'string', 'scalar', 'enum', 'jsonb', 'array') then 'o.%1$I is distinct from n.%1$I'
      -- Equal numbers can differ in their digits, and then that is the change.
      when class = 'numeric' then
        '(o.%1$I is distinct from n.%1$I or scale(o.%1$I) is distinct from scale(n.%1$I))'
      when class = 'float' then
        '(o.%1$I is distinct from n.%1$I or o.%1$I = 0 and o.%1$I::text is distinct from n.%1$I::text)'
      when class = 'approximate' then 'to_jsonb(o.%1$I)::text is distinct from to_jsonb(n.%1$I)::text'
      -- json and the rest have no equality of their own.
      else 'audit._safe_jsonb(o.%1$I)::text is distinct from audit._safe_jsonb(n.%1$I)::text'
    end,
    column_name
  );
end
$function$;

comment on function audit._column_changed(text, text, oid) is
  'SQL condition that is true where a column differs between the old row o and the new row n.';

revoke all on function audit._column_changed(text, text, oid) from public;
