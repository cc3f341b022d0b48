-- Every error that the schema raises on purpose has a SQLSTATE of its own, a message and a hint.

begin;
select plan(3);

create temporary view raised as
select p.oid::regprocedure::text as function, raise[1] as text
from pg_proc as p
-- Up to the semicolon that ends the statement: one at the end of a line.
cross join regexp_matches(p.prosrc, 'raise exception(.*?);\s*(?:\n|$)', 'gs') as raise
where p.pronamespace = 'audit'::regnamespace;

select isnt((select count(*) from raised), 0::bigint, 'there are some');
select is_empty($$ select * from raised where text !~ 'errcode\s*=\s*''UA\d{3}''' and text !~ 'feature_not_supported' $$, 'each has a SQLSTATE UA…');
select is_empty(
  $$ select * from raised where text !~ 'feature_not_supported' and (text !~ '\mhint\s*=' or text !~ '\mmessage\s*=') $$,
  'a message and a hint'
);

select * from finish();
rollback;
