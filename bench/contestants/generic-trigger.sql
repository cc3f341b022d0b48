-- The row trigger that most projects start with, as it is passed around: one function for all tables, old and new row
-- whole as jsonb, who and when beside them. It is here to compare with, and to be no slower than it has to be: one
-- INSERT for each row, no dynamic SQL, no exception block, and the two indexes that people give it.

create schema history;

create table history.change (
  id                bigint      generated always as identity primary key,
  relid             oid         not null,
  schema_name       text        not null,
  table_name        text        not null,
  session_user_name text        not null,
  action_tstamp_tx  timestamptz not null,
  action_tstamp_stm timestamptz not null,
  action_tstamp_clk timestamptz not null,
  transaction_id    bigint      not null,
  application_name  text,
  client_addr       inet,
  client_port       int,
  client_query      text,
  action            text        not null,
  old_row           jsonb,
  new_row           jsonb
);

create index on history.change (relid);
create index on history.change (action_tstamp_tx);

create function history.record_change() returns trigger
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $function$
begin
  insert into history.change (
    relid, schema_name, table_name, session_user_name, action_tstamp_tx, action_tstamp_stm, action_tstamp_clk,
    transaction_id, application_name, client_addr, client_port, client_query, action, old_row, new_row
  )
  values (
    tg_relid, tg_table_schema, tg_table_name, session_user, transaction_timestamp(), statement_timestamp(),
    clock_timestamp(), txid_current(), current_setting('application_name'), inet_client_addr(), inet_client_port(),
    current_query(), left(tg_op, 1),
    case when tg_op <> 'INSERT' then to_jsonb(old) end,
    case when tg_op <> 'DELETE' then to_jsonb(new) end
  );
  return null;
end
$function$;

create trigger record_change after insert or update or delete on public.item
for each row execute function history.record_change();
