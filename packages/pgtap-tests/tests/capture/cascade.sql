-- What foreign keys do to other rows is recorded as if it had been written there.

begin;
select plan(6);

create table customer (id int primary key, name text);
create table orders (id int primary key, customer_id int references customer on delete cascade on update cascade);
create table visit (
  id int primary key,
  guest_id int references customer on update cascade on delete set null,
  host_id  int default 0 references customer on update cascade on delete set default
);
select audit.track('customer');
select audit.track('orders');
select audit.track('visit');
insert into customer values (0, 'nobody'), (1, 'a'), (2, 'b');
insert into orders values (10, 1), (11, 1), (12, 2);
insert into visit values (20, 1, 1), (21, 2, 1);

update customer set id = 7 where id = 1;
select is((recorded('orders'))[4:], '{U 10,U 11}', 'ON UPDATE CASCADE');
select is((last_record('orders')).diff, '{"diffType": "normal", "customer_id": "1 -> 7"}', 'with the new value');

delete from customer where id = 7;
select is((recorded('orders'))[6:], '{D 10,D 11}', 'ON DELETE CASCADE');
select is((last_record('orders')).raw_data, '{"id": 11, "customer_id": 7}', 'with the row that is gone');
select is(
  (select array_agg(diff ->> 'guest_id') from audit.data_op_log where table_name = 'visit' and diff ? 'guest_id' and diff ->> 'guest_id' <> '1 -> 7'),
  '{7 -> null}', 'ON DELETE SET NULL'
);
select bag_eq(
  $$ select data_id, diff ->> 'host_id' from audit.data_op_log where table_name = 'visit' and diff ->> 'host_id' like '7 -> %' $$,
  $$ values ('20', '7 -> 0'), ('21', '7 -> 0') $$,
  'ON DELETE SET DEFAULT: two foreign keys to one parent change a row twice, and each change is there once'
);

select * from finish();
rollback;
