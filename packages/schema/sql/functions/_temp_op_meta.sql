create or replace function audit._temp_op_meta(
  out op_type     text,
  out op_note     text,
  out revision_id text
)
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_temp_op_meta.sql
-- The table belongs to the caller while this runs with the rights of the schema's owner. So it is read only where
-- reading can run none of the caller's code: a plain temporary table (no view, no foreign child, no policy), and of
-- its columns only stored ones of a built-in character type.
declare
  meta_table constant oid := to_regclass('pg_temp.temp_op_meta');
  field      text;
  value      text;
begin
  if not exists (
    select from pg_class as c
    where c.oid = meta_table and c.relkind = 'r' and c.relpersistence = 't' and not c.relrowsecurity
  ) then
    return;
  end if;
  for field in
    select a.attname
    from pg_attribute as a
    where a.attrelid = meta_table
      and a.attname in ('op_type', 'op_note', 'revision_id')
      and a.attgenerated <> 'v'
      and a.atttypid in ('text'::regtype, 'varchar'::regtype, 'bpchar'::regtype)
  loop
    execute format('select %I::text from only pg_temp.temp_op_meta limit 1', field) into value;
    case field
      when 'op_type' then op_type := value;
      when 'op_note' then op_note := value;
      when 'revision_id' then revision_id := value;
    end case;
  end loop;
exception when others then
  -- Never fail the write for the sake of its context, for example where the owner may not read the table.
  op_type := null;
  op_note := null;
  revision_id := null;
end
$function$;

comment on function audit._temp_op_meta() is
  'First row of the session''s temporary table temp_op_meta; a field is null where the table, the row or the column is missing.';

revoke all on function audit._temp_op_meta() from public;
