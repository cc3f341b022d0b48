-- audit.export_csv and audit.schedule_export where the server runs no programs: an error, and nothing is changed.

begin;
select plan(4);

create table users (id int primary key, name text);
select audit.track('users');
create function embedded() returns boolean language sql as $$ select version() ~ 'emscripten' $$;

select case when embedded() then throws_with_hint(
  $$ select audit.export_csv('users') $$,
  'UA024', 'an embedded PGlite runs no programs, and so writes no files', 'Export from outside, with audit-cli export.',
  'an embedded server says so'
) else skip('only for PGlite') end;
select case when embedded() then throws_ok($$ select audit.schedule_export('users') $$, 'UA024', null, 'a schedule too') else skip('only for PGlite') end;
select case when embedded() then throws_ok($$ select audit._require_cron() $$, 'UA028', null, 'which would need pg_cron besides') else skip('only for PGlite') end;
select is((select count(*) from audit.export_run), 0::bigint, 'nothing is recorded');

select * from finish();
rollback;
