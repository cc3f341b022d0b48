-- What the log holds of a table, in order of capture, as short as it can be said: {"I 1","U 1","T -"}.
create function recorded(table_name text) returns text[]
language sql stable
as $$
  select coalesce(array_agg(l.action || ' ' || coalesce(l.data_id, '-') order by l.id), '{}')
  from audit.data_op_log as l
  where l.table_name = recorded.table_name
$$;

-- The newest record of a table, or of any table.
create function last_record(table_name text default null) returns audit.data_op_log
language sql stable
as $$
  select l
  from audit.data_op_log as l
  where l.table_name = last_record.table_name or last_record.table_name is null
  order by l.id desc
  limit 1
$$;
