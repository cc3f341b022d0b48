-- TRUNCATE: one record per tracked table, for the statement.

begin;
select plan(8);

create table orders (id int primary key);
create table line (id int primary key, order_id int references orders);
create table other (id int primary key);
select audit.track('orders');
select audit.track('line');
insert into orders values (1), (2);

truncate orders cascade;
select is(
  (select array[action, statement_only::text, data_id, raw_data::text, diff::text] from last_record('orders')),
  array['T', 'true', null, null, null], 'action T, of the statement, without a row'
);
select is(recorded('orders') || recorded('line'), '{I 1,I 2,T -,T -}', 'a table that CASCADE reaches has its own record');
select is(recorded('other'), '{}', 'an untracked one has none');
select is((last_record('orders')).client_query like '%truncate orders cascade%', true, 'the query is recorded');

truncate other, orders, line;
select is(array_length(recorded('orders') || recorded('line'), 1), 6, 'of several tables at once, each tracked one is recorded once');

-- Partitions

create table event (id int, day date, primary key (id, day)) partition by range (day);
create table event_1 partition of event for values from ('2026-01-01') to ('2026-02-01');
create table event_2 partition of event for values from ('2026-02-01') to ('2026-03-01');
select audit.track('event');
truncate event;
select is(recorded('event'), '{T -}', 'of a partitioned table: one record, whatever partitions it has');
truncate event_1;
select is(recorded('event'), '{T -,T -}', 'of a partition alone: one, under the name of the root');
truncate event;
truncate event;
select is(recorded('event'), '{T -,T -,T -,T -}', 'twice in a transaction: two');

select * from finish();
rollback;
