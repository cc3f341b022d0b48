-- plpgsql_check finds nothing in any function, the generated capture functions included.
-- Needs: extension plpgsql_check

begin;
select plan(3);

create extension plpgsql_check;
select track_everything();

select is_empty(
  $$ select c.* from pg_proc as p
     cross join plpgsql_check_function(p.oid, extra_warnings => true) as c
     where p.pronamespace = 'audit'::regnamespace and p.prolang = (select oid from pg_language where lanname = 'plpgsql')
       and p.prorettype <> all ('{trigger,event_trigger}'::regtype[]) $$,
  'functions that are no triggers'
);

-- A trigger function is checked for each table that it is a trigger on, with that trigger's transition tables.
create temporary view triggered as
select distinct on (g.tgfoid, g.tgrelid) g.tgfoid, g.tgrelid, coalesce(g.tgoldtable, '') as old_table, coalesce(g.tgnewtable, '') as new_table
from pg_trigger as g join pg_proc as p on p.oid = g.tgfoid
where p.pronamespace = 'audit'::regnamespace
order by g.tgfoid, g.tgrelid;

select isnt((select count(*) from triggered where old_table <> '' and new_table <> ''), 0::bigint, 'captures of updates are among them');
select is_empty(
  $$ select t.tgfoid::regprocedure, t.tgrelid::regclass, c.* from triggered as t
     cross join plpgsql_check_function(t.tgfoid, t.tgrelid, oldtable => t.old_table, newtable => t.new_table, extra_warnings => true) as c
     where t.tgfoid <> 'audit._capture_agnostic'::regproc $$,
  'trigger functions, each on its table'
);

select * from finish();
rollback;
