-- Every function has a pinned search_path, so that no caller can put something in the way of a name.

begin;
select plan(4);

select track_everything();

select is_empty(
  $$ select oid::regprocedure from pg_proc
     where pronamespace = 'audit'::regnamespace and prokind <> 'p'
       and not exists (select from unnest(proconfig) as setting where setting like 'search\_path=%') $$,
  'every function pins it; the generated ones too'
);
-- One that pins it can't commit.
select is_empty(
  $$ select p.oid::regprocedure, body.line
     from pg_proc as p cross join regexp_split_to_table(replace(regexp_replace(p.prosrc, '--[^\n]*', '', 'g'), ':=', ''), '\n') as body (line)
     where p.pronamespace = 'audit'::regnamespace and p.prokind = 'p' and body.line ~ '[-+*/<>=~!@#%^&|]|(^|[^.\w])\w+\(' $$,
  'but procedures, which have no operator instead, and no function without its schema'
);
select is_empty(
  $$ select p.oid::regprocedure, setting from pg_proc as p cross join unnest(p.proconfig) as setting
     where p.pronamespace = 'audit'::regnamespace and setting like 'search\_path=%' and setting not in ('search_path=""', 'search_path=pg_catalog, pg_temp') $$,
  'to nothing but the server''s own names, with temporary ones last'
);
select is_empty(
  $$ select oid::regprocedure from pg_proc
     where pronamespace = 'audit'::regnamespace and prosecdef and proname !~ '^_(capture|note|on|follow|touch)'
       -- One writes a file; the others look up names, for readers that have no right on the tables which hold them.
       and proname <> all ('{export_csv,names_of,field_names_of}') $$,
  'only trigger functions run with the rights of the schema''s owner, and what writes a file or looks up names in its name'
);

select * from finish();
rollback;
