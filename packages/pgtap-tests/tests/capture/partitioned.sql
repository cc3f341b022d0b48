-- Partitioned tables: all that happens in them is recorded under the name of the tracked root.

begin;
select plan(14);

create schema shop;
create table shop.event (id int, day date, note text, primary key (id, day)) partition by range (day);
create table shop.event_1 partition of shop.event for values from ('2026-01-01') to ('2026-02-01');
create table shop.event_2 partition of shop.event for values from ('2026-02-01') to ('2026-03-01') partition by list (id);
create table shop.event_2a partition of shop.event_2 for values in (1, 2, 3);
select audit.track('shop.event');

insert into shop.event values (1, '2026-01-10', 'a'), (2, '2026-02-10', 'b');
select bag_eq(
  $$ select schema_name, table_name, data_id, relid::regclass::text from audit.data_op_log $$,
  $$ values ('shop', 'event', '1∆2026-01-10', 'shop.event'), ('shop', 'event', '2∆2026-02-10', 'shop.event') $$,
  'through the root'
);
update shop.event set note = note || '!';
select is(
  (select count(*) from audit.data_op_log as l where l.statement_id = (last_record()).statement_id and diff ? 'note'), 2::bigint,
  'one statement over several partitions: one record per row'
);

insert into shop.event_1 values (3, '2026-01-11', 'c');
select is((select array[table_name, data_id] from last_record()), '{event,3∆2026-01-11}', 'directly on a partition');
update shop.event_1 set note = 'C' where id = 3;
select is((last_record()).diff, '{"diffType": "normal", "note": "\"c\" -> \"C\""}', 'likewise an update');
delete from shop.event_2a where id = 2;
select is((select array[action, table_name, data_id] from last_record()), '{D,event,2∆2026-02-10}', 'on a partition of a partition');
select is((select count(*) from audit.data_op_log), 7::bigint, 'each change once');

-- Attached later

create table shop.event_3 (note text, id int not null, day date not null);
insert into shop.event_3 values ('from before', 9, '2026-03-01');
alter table shop.event attach partition shop.event_3 for values from ('2026-03-01') to ('2026-04-01');
insert into shop.event values (4, '2026-03-10', 'd');
select is((select array[action, data_id, raw_data ->> 'note'] from last_record()), '{I,4∆2026-03-10,d}', 'a partition attached later, through the root');
update shop.event set note = 'D' where id = 4;
select is((last_record()).diff, '{"diffType": "normal", "note": "\"d\" -> \"D\""}', 'also where its columns stand in another order');
select audit.track('shop.event');
insert into shop.event_3 values ('e', 5, '2026-03-11');
select is(
  (select array[table_name, data_id, raw_data ->> 'note'] from last_record()), '{event,5∆2026-03-11,e}', 'and directly on it'
);

-- A row that moves

update shop.event set day = '2026-02-15' where id = 1;
select is(
  (select array[action, data_id, diff ->> 'day'] from last_record()),
  '{U,1∆2026-02-15,"\"2026-01-10\" -> \"2026-02-15\""}',
  'a row that an UPDATE moves to another partition is one U'
);
select is((select count(*) from audit.data_op_log), 11::bigint, 'and nothing else');
update shop.event set day = day + 1 where id in (1, 3);
update shop.event set day = case id when 1 then date '2026-01-20' else date '2026-02-20' end where id in (1, 3);
select bag_eq(
  $$ select data_id, diff ->> 'day' from audit.data_op_log as l where l.statement_id = (last_record()).statement_id $$,
  $$ values ('1∆2026-01-20', '"2026-02-16" -> "2026-01-20"'), ('3∆2026-02-20', '"2026-01-12" -> "2026-02-20"') $$,
  'rows that change places are paired with themselves'
);

-- Detached: a table of its own

alter table shop.event detach partition shop.event_3;
select lives_ok($$ insert into shop.event_3 values ('f', 6, '2026-03-12') $$, 'a detached partition can be written');
insert into shop.event values (2, '2026-02-11', 'g');
select is((last_record('event')).data_id, '2∆2026-02-11', 'and the rest is recorded as before');

select * from finish();
rollback;
