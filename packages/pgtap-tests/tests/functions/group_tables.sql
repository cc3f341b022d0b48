-- audit.create_group, assign, unassign, drop_group, and the view audit.groups.

begin;
select plan(19);

create table orders (id int primary key);
create table notes (body text);
create table plain (id int primary key);
create table parent (id int primary key);
create table child (extra text) inherits (parent);
select audit.track('orders', row_log => true);
select audit.track('notes', key => '{}', row_log => true);
select audit.track('plain');
select audit.track('parent', row_log => true);

select is_empty('select * from audit.groups', 'no group at first');
select throws_with_hint(
  $$ select audit.assign('orders', 'shop') $$,
  'UA050', 'there is no group shop', 'There is none yet: select audit.create_group(''shop'').',
  'a group that does not exist, where there is none'
);
select audit.create_group('shop', 'all that is sold');
select throws_with_hint(
  $$ select audit.set_mark('stock') $$, 'UA050', 'there is no group stock', 'The groups are shop.', 'a group that does not exist'
);
select throws_with_hint(
  $$ select audit.create_group('shop') $$,
  'UA051', 'there is a group shop already', 'Assign tables to it with audit.assign, or choose another name.', 'a name twice'
);
select throws_ok($$ select audit.create_group('') $$, 'UA051', 'a group needs a name');
select results_eq(
  'select group_name, table_name, note, created_by from audit.groups',
  $$ values ('shop', null::text, 'all that is sold', session_user::text collate "default") $$,
  'a group without tables has a row'
);

select audit.assign('orders', 'shop');
select audit.assign('notes', 'shop');
select results_eq(
  'select group_name, schema_name collate "default", table_name collate "default", assigned_at, problem from audit.groups',
  $$ values ('shop', 'public', 'notes', now(), null::text), ('shop', 'public', 'orders', now(), null) $$,
  'and then one for each table'
);
select throws_with_hint(
  $$ select audit.assign('plain', 'shop') $$,
  'UA052', 'public.plain has no typed log table', 'Declare it first: select audit.track(''public.plain'', row_log => true).',
  'a table without a log table'
);
select throws_ok($$ select audit.assign(null, 'shop') $$, 'UA052', 'null has no typed log table');
select throws_ok(
  $$ select audit.assign('parent', 'shop') $$, 'UA052', 'public.parent has inheritance children, whose own columns its log table does not have'
);
select audit.create_group('other');
select throws_with_hint(
  $$ select audit.assign('orders', 'other') $$,
  'UA053', 'public.orders is in group shop', 'A table is in one group at a time: select audit.unassign(''public.orders'') first.',
  'a table that is in a group'
);

select audit.unassign('orders');
select audit.assign('orders', 'other');
select is((select group_name from audit.groups where table_name = 'orders'), 'other', 'it can change to another');
select throws_with_hint(
  $$ select audit.unassign('plain') $$,
  'UA053', 'public.plain is in no group', 'select * from audit.groups shows which tables are.', 'a table that is in none'
);

select audit.untrack('orders');
select is((select problem from audit.groups where table_name = 'orders'), 'it is not tracked any more', 'a table that was untracked is told');
select audit.track('notes', key => '{}');
select is((select problem from audit.groups where table_name = 'notes'), 'its row_log is off', 'and one whose row_log was switched off');
select audit.track('orders', row_log => true);
select lives_ok($$ select audit.assign('orders', 'shop') $$, 'tracked anew it is another one');

select audit.set_mark('shop', 'kept');
select audit.protect_mark('shop', 'kept');
select throws_ok($$ select audit.drop_group('shop') $$, 'UA056', 'mark ''kept'' is protected');
select audit.unprotect_mark('shop', 'kept');
select audit.drop_group('shop');
select audit.drop_group('other');
select is_empty('select * from audit.groups', 'dropped groups are gone');
select isnt_empty($$ select from audit.tracked where row_log $$, 'and their tables are tracked as before');

select * from finish();
rollback;
