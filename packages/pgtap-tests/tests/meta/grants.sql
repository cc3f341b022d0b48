-- Nothing in the schema audit is granted to PUBLIC, or to anyone but its owner.

begin;
select plan(6);

select track_everything();

select is_empty(
  $$ select oid::regprocedure from pg_proc
     where pronamespace = 'audit'::regnamespace
       and exists (select from aclexplode(coalesce(proacl, acldefault('f', proowner))) where grantee = 0) $$,
  'functions, the generated ones too'
);
select is_empty(
  $$ select oid::regclass from pg_class
     where relnamespace = 'audit'::regnamespace and relkind in ('r', 'p', 'v', 'm')
       and exists (select from aclexplode(coalesce(relacl, acldefault('r', relowner))) where grantee = 0) $$,
  'tables and views'
);
select is_empty(
  $$ select attrelid::regclass, attname from pg_attribute
     where attrelid in (select oid from pg_class where relnamespace = 'audit'::regnamespace)
       and exists (select from aclexplode(attacl) where grantee = 0) $$,
  'columns'
);
select is_empty(
  $$ select oid::regclass from pg_class
     where relnamespace = 'audit'::regnamespace and relkind = 'S'
       and exists (select from aclexplode(coalesce(relacl, acldefault('s', relowner))) where grantee = 0) $$,
  'sequences'
);
select is_empty(
  $$ select t.oid::regtype from pg_type as t left join pg_class as c on c.oid = t.typrelid
     where t.typnamespace = 'audit'::regnamespace and t.typcategory <> 'A' and coalesce(c.relkind, 'c') = 'c'
       and exists (select from aclexplode(coalesce(t.typacl, acldefault('T', t.typowner))) where grantee = 0) $$,
  'types, but those that come with a table'
);
select is_empty(
  $$ select nspname from pg_namespace
     where nspname = 'audit' and exists (select from aclexplode(coalesce(nspacl, acldefault('n', nspowner))) where grantee = 0) $$,
  'the schema itself'
);

select * from finish();
rollback;
