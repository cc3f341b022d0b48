create or replace function audit._unique_columns(relation regclass) returns text[]
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_unique_columns.sql
begin
  return array(
    select c.name
    from audit._row_columns(relation) as c
    where not c.generated and c.name <> all (coalesce(audit._match_key(relation), '{}')) and exists (
      select from pg_index as i
      where i.indrelid = relation and (i.indisunique or i.indisexclusion)
        -- What an expression or a condition looks at is not worth finding out.
        and (c.number = any (i.indkey) or i.indexprs is not null or i.indpred is not null)
    )
  );
end
$function$;

comment on function audit._unique_columns(regclass) is
  'The columns besides the key whose values can be in each other''s way: those of unique indexes and exclusion constraints.';

revoke all on function audit._unique_columns(regclass) from public;
