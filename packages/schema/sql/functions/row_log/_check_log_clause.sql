create or replace function audit._check_log_clause(clause text) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/row_log/_check_log_clause.sql
-- On a log table of no table, which gets a row, so that each default is computed once.
declare
  owner   constant oid := (select n.nspowner from pg_namespace as n where n.nspname = 'audit');
  message text;
  detail  text;
begin
  -- What it holds runs with the owner's rights at each write, whoever may write to audit.param.
  if not pg_has_role(owner, 'usage') then
    raise exception using
      errcode = 'UA042',
      message = format('alter_log_table may only be set by %s, the owner of the schema audit', owner::regrole),
      hint = 'Its expressions run with that role''s rights.';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('audit.row_log', 0));
  begin
    create table audit._row_log_trial (
      emaj_verb text not null, emaj_tuple text not null, emaj_gid bigint not null,
      emaj_changed timestamptz not null, emaj_txid bigint not null, emaj_user text not null,
      primary key (emaj_gid, emaj_tuple)
    );
    execute format('alter table audit._row_log_trial %s', clause);
    execute format(
      'insert into audit.%I (emaj_verb, emaj_tuple, emaj_gid, emaj_changed, emaj_txid, emaj_user)
       values (''TRU'', '''', 1, now(), 1, session_user)',
      '_row_log_trial'
    );
  exception when others then
    get stacked diagnostics message = message_text, detail = pg_exception_detail;
    raise exception using
      errcode = 'UA042',
      message = format('alter_log_table can''t be applied: %s', message),
      detail = detail,
      hint = 'It is what follows ALTER TABLE <log table>, such as: ADD COLUMN extra_appname text default current_setting(''application_name''). Names outside pg_catalog need their schema.';
  end;
  if audit._row_log_refuses_nulls(to_regclass('audit._row_log_trial')) then
    raise exception using
      errcode = 'UA042',
      message = 'alter_log_table does more than add columns that take nulls',
      hint = 'A NOT NULL, a constraint, or a change of a log table''s own columns could fail the application''s writes. Leave it out.';
  end if;
  -- Lost with a crash, hidden from its readers, or another role's to change: then it is no record.
  if exists (
    select from pg_class as c
    where c.oid = to_regclass('audit._row_log_trial') and (c.relpersistence <> 'p' or c.relrowsecurity or c.relforcerowsecurity or pg_get_userbyid(c.relowner) <> current_user)
  ) then
    raise exception using
      errcode = 'UA042',
      message = 'alter_log_table does more than add columns: a log table keeps its owner, is written to the WAL and has no row security',
      hint = 'Leave out OWNER TO, SET UNLOGGED and ROW LEVEL SECURITY.';
  end if;
  drop table audit._row_log_trial;
end
$function$;

comment on function audit._check_log_clause(text) is
  'Refuses a clause that ALTER TABLE would refuse on a log table, or that would let a log table refuse rows. Error: UA042.';

revoke all on function audit._check_log_clause(text) from public;
