create or replace function audit._changed_body(tracked_id int, operation text) returns text
language sql
immutable
set search_path = pg_catalog, pg_temp
as $function$
  -- Source: packages/schema/sql/functions/_changed_body.sql
  select format(
    $body$
    if exists (select from %1$s) then
      declare
        settings constant jsonb                 := audit._pin_settings();
        context  constant audit.capture_context := audit._read_context(%2$s);%3$s
      begin
        perform audit._try_note_renames(%2$s);%4$s
        perform audit._pin_settings(settings);
      end;
    end if;$body$,
    case operation when 'insert' then 'new_rows' else 'old_rows' end,
    tracked_id,
    case operation when 'update' then E'\n        updates  constant record                := audit._update_statements(' || tracked_id || $$, '($1)');$$ else '' end,
    case operation
      when 'insert' then format(E'\n        execute audit._log_insert(%s, ''I'', ''new_rows as n'', ''($1)'') using context;', tracked_id)
      when 'delete' then format(E'\n        execute audit._log_insert(%s, ''D'', ''old_rows as o'', ''($1)'') using context;', tracked_id)
      else $$
        if updates.unpaired is null or (select count(*) from old_rows) = (select count(*) from new_rows) then
          execute updates.paired using context;
        else
          execute updates.unpaired using context;
        end if;$$
    end
  );
$function$;

comment on function audit._changed_body(int, text) is
  'The part of a capture function (operation insert, update or delete) that records a table which has changed since the function was written, in PL/pgSQL: for whatever columns it has, as the schema-agnostic capture does.';

revoke all on function audit._changed_body(int, text) from public;
