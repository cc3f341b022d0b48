create or replace function audit._update_body(tracked_id int) returns text
language sql
stable
set search_path = pg_catalog, pg_temp
as $function$
  -- Source: packages/schema/sql/functions/_update_body.sql
  select case
    when s.unpaired is null then s.paired
    else concat(
      E'\n  if (select count(*) from old_rows) = (select count(*) from new_rows) then', s.paired,
      E'\n  else', s.unpaired,
      E'\n  end if;'
    )
  end
  from audit._update_statements(tracked_id, 'context') as s;
$function$;

comment on function audit._update_body(int) is
  'The statements of the capture function for UPDATE, in PL/pgSQL.';

revoke all on function audit._update_body(int) from public;
