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
        settings  constant jsonb                 := audit._pin_settings();
        context   constant audit.capture_context := audit._read_context(%2$s);
        operation text                           := %3$L;
        row_log   text;
        bare      boolean                        := false;%4$s
      begin
        perform audit._try_note_renames(%2$s);
        perform audit._follow_row_log(%2$s);%5$s
        row_log := audit._row_log_statements(%2$s, operation);
        while row_log <> '' loop
          begin
            execute row_log;
            row_log := '';
          exception
            when lock_not_available or deadlock_detected or serialization_failure then
              raise;
            when others then
              perform audit._warn_of_row_log(tg_relid, sqlerrm);
              -- Once more, with nulls in the log table's further columns.
              row_log := case when bare then '' else audit._row_log_statements(%2$s, operation, bare => true) end;
              bare := true;
          end;
        end loop;
        perform audit._pin_settings(settings);
      end;
    end if;$body$,
    case operation when 'insert' then 'new_rows' else 'old_rows' end,
    tracked_id,
    operation,
    case operation when 'update' then E'\n        updates   constant record                := audit._update_statements(' || tracked_id || $$, '($1)');$$ else '' end,
    case operation
      when 'insert' then format(E'\n        execute audit._log_insert(%s, ''I'', ''new_rows as n'', ''($1)'') using context;', tracked_id)
      when 'delete' then format(E'\n        execute audit._log_insert(%s, ''D'', ''old_rows as o'', ''($1)'') using context;', tracked_id)
      else $$
        if updates.unpaired is null or (select count(*) from old_rows) = (select count(*) from new_rows) then
          execute updates.paired using context;
        else
          execute updates.unpaired using context;
          operation := 'update unpaired';
        end if;$$
    end
  );
$function$;

comment on function audit._changed_body(int, text) is
  'The part of a capture function (operation insert, update or delete) that records a table which has changed since the function was written, in PL/pgSQL: for whatever columns it has, as the schema-agnostic capture does.';

revoke all on function audit._changed_body(int, text) from public;
