-- audit.rollback_group: refused, with the reason, where it would not be exact. Nothing is changed then.

begin;
select plan(23);

create table customer (id int primary key, name text, secret text);
create table orders (id int primary key, customer int references customer on delete cascade);
create table event (id int, day date) partition by range (day);
create table event_1 partition of event for values from ('2026-01-01') to ('2026-07-01');
create table event_2 partition of event for values from ('2026-07-01') to ('2027-01-01');
create table elsewhere (id int primary key, ordered int references orders on delete cascade);
select audit.track('customer', row_log => true);
select audit.track('orders', row_log => true);
select audit.track('event', key => '{}', row_log => true);
select audit.create_group('shop');
select audit.assign(t, 'shop') from unnest('{customer,event}'::regclass[]) as t;
select audit.set_mark('shop', 'm1');
insert into customer values (1, 'a');
select audit.set_mark('shop', 'm2');
insert into customer values (2, 'b');
insert into event values (1, '2026-08-08');

select throws_ok($$ select audit.rollback_group('nowhere', 'm1') $$, 'UA050', 'there is no group nowhere');
select throws_ok($$ select audit.rollback_plan('shop', 'm9') $$, 'UA054', 'group shop has no mark ''m9''');

savepoint s;
select audit.protect_mark('shop', 'm2');
select throws_with_hint(
  $$ select audit.rollback_group('shop', 'm1') $$,
  'UA058', 'mark ''m2'', which comes after ''m1'', is protected', 'Call audit.unprotect_mark first, or roll back to a later mark.', 'behind a protected mark'
);
select lives_ok($$ select audit.rollback_group('shop', 'm2') $$, 'to a protected mark is fine');
rollback to s;

select audit.assign('orders', 'shop');
select throws_ok($$ select audit.rollback_group('shop', 'm1') $$, 'UA059', 'public.orders came into the group after mark ''m1''');
select is(
  (select refusal from audit.rollback_plan('shop', 'm1') where table_name = 'orders'),
  'public.orders came into the group after mark ''m1''', 'the plan says so too'
);
rollback to s;
select audit.unassign('event');
select throws_ok($$ select audit.rollback_group('shop', 'm1') $$, 'UA059', 'public.event has left the group since mark ''m1''');
rollback to s;
select audit.untrack('event');
select throws_ok($$ select audit.rollback_group('shop', 'm1') $$, 'UA059', 'public.event is no longer tracked with row_log');
rollback to s;

alter table customer add born date;
select throws_with_hint(
  $$ select audit.rollback_group('shop', 'm1') $$,
  'UA060', 'the columns of public.customer have changed since mark ''m1''',
  'They were (id integer, name text, secret text) and are (id integer, name text, secret text, born date). Change them back, or take a later mark.',
  'a column was added'
);
rollback to s;
alter table event detach partition event_2;
select throws_ok($$ select audit.rollback_group('shop', 'm1') $$, 'UA060', 'public.event has lost partitions since mark ''m1''');
rollback to s;
create table event_3 (id int, day date);
insert into event_3 values (1, '2027-03-03');
alter table event attach partition event_3 for values from ('2027-01-01') to ('2028-01-01');
select throws_ok($$ select audit.rollback_group('shop', 'm1') $$, 'UA060', 'partition public.event_3 was attached since the mark, with rows in it');
rollback to s;
create table event_3 partition of event for values from ('2027-01-01') to ('2028-01-01');
insert into event values (1, '2027-03-03');
select lives_ok($$ select audit.rollback_group('shop', 'm1') $$, 'a new partition whose rows were logged is no obstacle');
rollback to s;
create table customer_child () inherits (customer);
select throws_ok($$ select audit.rollback_group('shop', 'm1') $$, 'UA060', 'public.customer has got inheritance children since mark ''m1''');
rollback to s;

select audit.rebuild_row_log('customer');
select throws_ok($$ select audit.rollback_group('shop', 'm1') $$, 'UA061', 'the log table of public.customer was rebuilt after mark ''m1''');
rollback to s;
set local session_replication_role = replica;
update customer set name = 'nobody saw it' where id = 2;
set local session_replication_role = origin;
select throws_ok($$ select audit.rollback_group('shop', 'm1') $$, 'UA061', 'public.customer is not as its log says');
rollback to s;

select audit.track('customer', masked => '{secret}', row_log => true);
insert into customer values (3, 'c', 'x');
select throws_ok($$ select audit.rollback_group('shop', 'm2') $$, 'UA062', 'public.customer has masked columns, whose values no log has');
select throws_ok($$ select audit.table_at(null::customer, 'm2') $$, 'UA062', 'public.customer has masked columns, whose values no log has');
select throws_ok($$ select audit.changes_sql('shop', 'm2') $$, 'UA062', 'public.customer has masked columns, whose values no log has');
select audit.set_mark('shop', 'm3');
select lives_ok($$ select audit.rollback_group('shop', 'm3') $$, 'where it has not changed it is no obstacle');
rollback to s;

-- Foreign keys to and from what is not in the group
insert into orders values (1, 2);
select throws_with_hint(
  $$ select audit.rollback_group('shop', 'm1') $$,
  'UA063', 'rows of public.orders, which is not in the group, refer to rows of public.customer that did not exist at the mark',
  'Bring those rows in order first, or have the other table in the group too.', 'rows outside would be lost'
);
rollback to s;
select audit.create_group('sales');
select audit.assign('orders', 'sales');
insert into orders values (1, 2);
select audit.set_mark('sales', 'm1');
delete from customer where id = 2;
select throws_ok(
  $$ select audit.rollback_group('sales', 'm1') $$,
  'UA063', 'rows of public.orders refer to rows of public.customer, which is not in the group, that do not exist any more'
);
rollback to s;
alter table customer add constraint own foreign key (id) references customer (id);
create function strict_key() returns trigger language plpgsql as $$ begin raise foreign_key_violation using message = 'not so'; end $$;
create constraint trigger audit_like after delete on customer deferrable initially deferred for each row execute function strict_key();
select lives_ok($$ select audit.rollback_group('shop', 'm1') $$, 'the application''s own constraint triggers stay out of it');
rollback to s;

select isnt_empty($$ select from customer where id = 2 $$, 'nothing was changed by what was refused');

select * from finish();
rollback;
