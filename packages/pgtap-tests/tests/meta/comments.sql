-- Everything in the schema audit says what it is.

begin;
select plan(5);

select track_everything();

select is_empty(
  $$ select oid::regprocedure from pg_proc
     where pronamespace = 'audit'::regnamespace and coalesce(obj_description(oid, 'pg_proc'), '') !~ '\w.*\.$' $$,
  'every function has a comment, a sentence; the generated ones too'
);
select is_empty(
  $$ select c.oid::regclass from pg_class as c
     where c.relnamespace = 'audit'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S', 'c')
       and coalesce(obj_description(c.oid, 'pg_class'), obj_description(c.reltype, 'pg_type')) is null
       -- An identity column's sequence is part of the column.
       and not exists (select from pg_depend as d where d.objid = c.oid and d.deptype = 'i' and c.relkind = 'S') $$,
  'so has every table, view, sequence and type'
);
select is_empty(
  $$ select a.attrelid::regclass, a.attname from pg_attribute as a join pg_class as c on c.oid = a.attrelid
     where c.relnamespace = 'audit'::regnamespace and c.relkind in ('r', 'p', 'v') and not c.relispartition
       and a.attnum > 0 and not a.attisdropped and col_description(a.attrelid, a.attnum) is null $$,
  'and every column of tables and views'
);
select isnt(obj_description('audit'::regnamespace, 'pg_namespace'), null, 'and the schema itself');
select is_empty(
  $$ select oid::regprocedure from pg_proc
     where pronamespace = 'audit'::regnamespace and prosrc !~ '(--|//) Source: packages/schema/[\w/]+\.(sql|ts)' $$,
  'every function names the file that it comes from, where \sf shows it'
);

select * from finish();
rollback;
