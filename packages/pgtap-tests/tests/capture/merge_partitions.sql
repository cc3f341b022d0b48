-- MERGE on a partitioned table.
-- Needs: PostgreSQL 15

begin;
select plan(2);

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
