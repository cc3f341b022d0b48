-- touch: also set modified_at on every insert and update.

begin;
select plan(10);

create table orders (id int primary key, note text, modified_at timestamptz);
select audit.track('orders', touch => true, ignored => '{modified_at}');

insert into orders values (1, 'a', '2000-01-01');
select is((select modified_at >= now() from orders), true, 'an insert gets the time of the clock, whatever it said');
select is((last_record()).modified_at, (select modified_at from orders), 'and the log has it');
select pg_sleep(0.001);
update orders set note = 'b';
select is((select o.modified_at > i.modified_at from orders as o, audit.data_op_log as i where i.action = 'I'), true, 'an update too');
update orders set modified_at = null, note = 'c';
select is((select modified_at is not null from orders), true, 'nobody can unset it');

select audit.track('orders');
update orders set note = 'd', modified_at = '2001-01-01';
select is((select modified_at from orders), '2001-01-01'::timestamptz, 'tracked anew without touch, it is left alone');
select hasnt_trigger('orders', 'zz_audit_touch');

create table dated (id int primary key, on_day date, at timestamp);
select audit.track('dated', modified_at => 'at', touch => true);
set local timezone = 'Asia/Tokyo';
insert into dated values (1);
select is((select abs(extract(epoch from at - (clock_timestamp() at time zone 'UTC'))) < 60 from dated), true, 'a timestamp without zone is set in UTC');
select audit.track('dated', modified_at => 'on_day', touch => true);
update dated set on_day = null;
select is((select on_day from dated), (clock_timestamp() at time zone 'UTC')::date, 'a date too');
reset timezone;

create table event (id int, day date, modified_at timestamptz, primary key (id, day)) partition by range (day);
create table event_1 partition of event for values from ('2026-01-01') to ('2026-02-01');
select audit.track('event', touch => true);
insert into event_1 values (1, '2026-01-02');
select is((select modified_at is not null from event), true, 'in partitions too');

create table parent (id int primary key, modified_at timestamptz);
create table child () inherits (parent);
select audit.track('parent', touch => true);
insert into child values (1);
select is((select modified_at is not null from parent), true, 'and in inheritance children');

select * from finish();
rollback;
