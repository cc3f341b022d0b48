-- Like throws_ok, and the hint has to be right too: an error without one says what is wrong, and not what to do.
create function throws_with_hint(query text, state text, message text, hint text, description text) returns text
language plpgsql
as $$
declare
  caught text[] := '{no error}';
begin
  declare
    caught_state   text;
    caught_message text;
    caught_hint    text;
  begin
    execute query;
  exception when others then
    get stacked diagnostics
      caught_state = returned_sqlstate, caught_message = message_text, caught_hint = pg_exception_hint;
    caught := array[caught_state, caught_message, caught_hint];
  end;
  return is(caught, array[state, message, hint], description);
end
$$;
