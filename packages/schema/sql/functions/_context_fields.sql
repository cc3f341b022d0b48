create or replace function audit._context_fields(fields text[], context text) returns text
language sql
immutable
set search_path = pg_catalog, pg_temp
as $function$
  -- Source: packages/schema/sql/functions/_context_fields.sql
  select string_agg(coalesce(context || '.' || f.name, audit._context_field(f.name)), ', ' order by f.n)
  from unnest(fields) with ordinality as f (name, n);
$function$;

comment on function audit._context_fields(text[], text) is
  'SQL expressions for fields of the context, separated by commas: those of the variable or block named context, or, without one (null), what they are computed from.';

revoke all on function audit._context_fields(text[], text) from public;
