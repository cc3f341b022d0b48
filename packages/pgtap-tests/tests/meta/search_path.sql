-- Every function has a pinned search_path, so that no caller can put something in the way of a name.

begin;
select plan(3);

select track_everything();

select is_empty(
  $$ select oid::regprocedure from pg_proc
     where pronamespace = 'audit'::regnamespace and not exists (select from unnest(proconfig) as setting where setting like 'search\_path=%') $$,
  'every function pins it; the generated ones too'
);
select is_empty(
  $$ select p.oid::regprocedure, setting from pg_proc as p cross join unnest(p.proconfig) as setting
     where p.pronamespace = 'audit'::regnamespace and setting like 'search\_path=%' and setting not in ('search_path=""', 'search_path=pg_catalog, pg_temp') $$,
  'to nothing but the server''s own names, with temporary ones last'
);
select is_empty(
  $$ select oid::regprocedure from pg_proc
     where pronamespace = 'audit'::regnamespace and prosecdef and proname !~ '^_(capture|note|on|follow|touch)' $$,
  'only trigger functions run with the rights of the schema''s owner'
);

select * from finish();
rollback;
