create or replace function audit._lock_reader(reader text) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/readers/_lock_reader.sql
-- No lock on its row, because that would give the transaction an id before the batch's snapshot is taken: after a
-- crash of the server an id that nothing has written yet can be given out a second time, and would count as read.
declare
  give_up constant timestamptz := clock_timestamp() + interval '2 seconds';
begin
  -- A reader that was killed is gone for the server a moment later.
  while not pg_try_advisory_xact_lock(hashtextextended('audit.reader ' || reader, 0)) loop
    if clock_timestamp() >= give_up then
      raise exception using
        errcode = 'UA032',
        message = format('reader "%s" is in use by another session', reader),
        hint = 'Let the other one finish, or give this one a name of its own.';
    end if;
    perform pg_sleep(0.02);
  end loop;
end
$function$;

comment on function audit._lock_reader(text) is
  'Takes a reader for this transaction. Error: UA032, where another session has it.';

revoke all on function audit._lock_reader(text) from public;
