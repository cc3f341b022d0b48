create or replace function audit._row_log_body(tracked_id int, operation text) returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/row_log/_row_log_body.sql
-- A subtransaction for each statement has its price, so it is there only where the log table can refuse a row.
declare
  log_table constant regclass := (
    select r.log_table from audit.row_log as r join pg_class as c on c.oid = r.log_table
    where r.tracked_id = _row_log_body.tracked_id
  );
  writes    text[];
begin
  if log_table is null then
    return '';
  end if;
  writes := array(
    select
      case
        when operation = 'update' and exists (
          select from audit.tracked_table as t join pg_class as c on c.oid = t.relid where t.id = tracked_id and c.relkind = 'p'
        )
        then concat(
          E'\n  if (select count(*) from old_rows) = (select count(*) from new_rows) then',
          audit._row_log_statements(tracked_id, operation, a.bare),
          E'\n  else', audit._row_log_statements(tracked_id, 'update unpaired', a.bare),
          E'\n  end if;'
        )
        else audit._row_log_statements(tracked_id, operation, a.bare)
      end
    from (values (false), (true)) as a (bare)
    order by a.bare
  );
  if not audit._row_log_may_refuse(log_table) then
    return writes[1];
  end if;
  return format(
    $body$
  begin%1$s
  exception
    when %3$s then raise;
    when others then
      perform audit._warn_of_row_log(tg_relid, sqlerrm);
      begin%2$s
      exception
        when %3$s then raise;
        when others then perform audit._warn_of_row_log(tg_relid, sqlerrm);
      end;
  end;$body$,
    writes[1], writes[2],
    -- The caller's: to wait no longer, or to try again.
    'lock_not_available or deadlock_detected or serialization_failure'
  );
end
$function$;

comment on function audit._row_log_body(int, text) is
  'What a capture function writes into the typed log table, in PL/pgSQL, empty where there is none: operation is insert, update or delete. Where the log table may refuse a row it is tried again with nulls in its further columns, and left out with a warning if that fails too.';

revoke all on function audit._row_log_body(int, text) from public;
