-- MERGE on a partitioned table.
-- Needs: PostgreSQL 15

begin;
select plan(4);

create table event (id int, day date, n int, primary key (id, day)) partition by range (day);
create table event_1 partition of event for values from ('2026-01-01') to ('2026-02-01');
create table event_2 partition of event for values from ('2026-02-01') to ('2026-03-01');
select audit.track('event');
insert into event values (1, '2026-01-10', 1);
merge into event using (values (1, 2), (2, 2)) as v (id, n) on event.id = v.id
when matched then update set n = v.n
when not matched then insert values (v.id, '2026-02-20', v.n);
select bag_eq(
  $$ select action, data_id from audit.data_op_log where id > 1 $$,
  $$ values ('U', '1∆2026-01-10'), ('I', '2∆2026-02-20') $$,
  'rows that stay in their partitions, and new ones'
);

-- What makes the server offer a row that moves to the triggers: actions for DELETE and INSERT, be it ones that never apply.
insert into event values (3, '2026-01-11', 3);
merge into event using (values (3, date '2026-02-11')) as v (id, day) on event.id = v.id
when matched and false then delete
when matched then update set day = v.day
when not matched and false then insert values (v.id, v.day, 0);
select bag_eq(
  $$ select action, data_id from audit.data_op_log where data_id in ('3∆2026-01-11', '3∆2026-02-11') $$,
  $$ values ('I', '3∆2026-01-11'), ('D', '3∆2026-01-11'), ('I', '3∆2026-02-11') $$,
  'with both actions, a row that moves is a D and an I'
);
insert into event values (4, '2026-01-12', 4);
merge into event using (values (4, date '2026-02-12')) as v (id, day) on event.id = v.id
when matched and false then delete
when matched then update set day = v.day;
select bag_eq(
  $$ select action, data_id from audit.data_op_log where data_id in ('4∆2026-01-12', '4∆2026-02-12') $$,
  $$ values ('I', '4∆2026-01-12'), ('D', '4∆2026-01-12') $$,
  'with one of them, as that one'
);

-- The server offers such a row neither to the triggers of UPDATE nor to any other of the statement.
select todo('MERGE that moves rows between partitions', 1);
merge into event using (values (1, date '2026-02-10')) as v (id, day) on event.id = v.id
when matched then update set day = v.day;
select is(
  (select array[action, data_id, diff ->> 'day'] from last_record('event')),
  '{U,1∆2026-02-10,"\"2026-01-10\" -> \"2026-02-10\""}',
  'a MERGE that moves a row to another partition is one U'
);

select * from finish();
rollback;
