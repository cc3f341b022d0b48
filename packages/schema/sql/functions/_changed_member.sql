create or replace function audit._changed_member(label text, before anyelement, after anyelement) returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_changed_member.sql
-- Only for types whose cast to json is PostgreSQL's own: this runs with the rights of the log's owner.
begin
  -- One expression: each would be set up anew in every transaction. As they are stored, two values of 150 kB can't be
  -- more in JSON than what audit._change lets pass.
  return label || to_json(
    case
      when coalesce(pg_column_size(before), 0) + coalesce(pg_column_size(after), 0) <= 150000
      then coalesce(to_json(before)::text, 'null') || ' -> ' || coalesce(to_json(after)::text, 'null')
      else audit._change(coalesce(to_json(before)::text, 'null'), coalesce(to_json(after)::text, 'null'))
    end
  )::text;
end
$function$;

comment on function audit._changed_member(text, anyelement, anyelement) is
  'A changed column as a member of a diff: label, which is its name with what stands around it, and "<before> -> <after>".';

revoke all on function audit._changed_member(text, anyelement, anyelement) from public;
