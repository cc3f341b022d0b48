-- audit._open_writers, _await_writers, _require_whole_day: a day is exported when all its changes can be seen.

begin;
select plan(6);

insert into audit.param (param_key, param_value_text) values ('export_patience', '50 ms');

select is(audit._open_writers(now() + interval '1 hour'), '{}', 'the transaction itself is in nobody''s way');
select is(audit._await_writers(now()), true, 'so there is nothing to wait for');
select lives_ok($$ select audit._require_whole_day(current_date - 1, 'UTC') $$, 'and the day is whole');

-- What keeps it from being so needs a second session, as the tests of the package schema have.
savepoint other;
create or replace function audit._open_writers(before timestamptz) returns text[] language sql volatile set search_path = pg_catalog, pg_temp as $$ select '{3/141}'::text[] $$;
select is(audit._await_writers(now()), false, 'patience ends');
select throws_with_hint(
  $$ select audit._require_whole_day('2026-03-29', 'UTC') $$,
  'UA023', '2026-03-29 is not complete: a transaction that may have changed something on that day has not ended',
  'Export it again when that has ended (pg_stat_activity shows it; pg_prepared_xacts too). A schedule does so by itself.',
  'a transaction that goes on'
);
rollback to other;
select is(audit._open_writers('-infinity'), '{}', 'nobody has changed anything before time began');

select * from finish();
rollback;
