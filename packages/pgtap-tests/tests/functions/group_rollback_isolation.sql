-- audit.rollback_group works on what is there once the tables are locked, which an older snapshot would not show.

begin isolation level repeatable read;
select plan(2);

create table customer (id int primary key);
select audit.track('customer', row_log => true);
select audit.create_group('shop');
select audit.assign('customer', 'shop');
select audit.set_mark('shop', 'm1');
select throws_with_hint(
  $$ select audit.rollback_group('shop', 'm1') $$,
  'UA064', 'a rollback can''t be exact in a transaction with isolation level repeatable read',
  'Call audit.rollback_group in a transaction of its own, with read committed.',
  'repeatable read'
);
select lives_ok($$ select audit.rollback_group('shop', 'm1', dry_run => true) $$, 'a dry run is fine');

select * from finish();
rollback;
