create or replace function audit._refuse_unread(before timestamptz) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/retention/_refuse_unread.sql
declare
  names constant text[] := audit._unread_before(before);
begin
  if names <> '{}' then
    raise exception using
      errcode = 'UA074',
      message = format('readers have still to read records of before %s: %s', before, array_to_string(names, ', ')),
      hint = 'Let them read on, drop those that nobody uses any more with audit.drop_reader, or drop the records unread: force => true.';
  end if;
end
$function$;

comment on function audit._refuse_unread(timestamptz) is
  'Refuses to drop what a reader has still to read. Error: UA074.';

revoke all on function audit._refuse_unread(timestamptz) from public;
