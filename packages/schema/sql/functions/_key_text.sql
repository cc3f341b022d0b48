create or replace function audit._key_text(item jsonb, key text[]) returns text
language plpgsql
immutable
parallel safe
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_key_text.sql
begin
  return (
    select string_agg(coalesce(item ->> f.name, 'null'), '∆' order by f.position)
    from unnest(key) with ordinality as f (name, position)
  );
end
$function$;

comment on function audit._key_text(jsonb, text[]) is
  'The values of an item''s key fields as a reader sees them: strings bare, joined with ∆.';

revoke all on function audit._key_text(jsonb, text[]) from public;
