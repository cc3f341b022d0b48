-- audit.maintain(): months ahead, and the default partition emptied into its months.

begin;
select plan(25);

create function noted(at timestamptz, id bigint default nextval('audit.data_op_log_id_seq')) returns void language sql as $$
  insert into audit.data_op_log (id, schema_name, table_name, relid, op_meta, action_tstamp_tx, action_tstamp_stm, action_tstamp_clk, action, statement_only)
  values (id, 's', 't', 0, '{"n": 1.10}', at, at, at, 'I', false) $$;
create function summed() returns text language sql as $$ select md5(string_agg(l::text, ' ' order by l.id)) from audit.data_op_log as l $$;

select is_empty('select * from audit.maintain()', 'after an install there is nothing to do');
select is(audit._maintenance_problems(), '{}', 'and nothing to report');
select results_eq(
  $$ select outcome, count(*), sum(records) from audit.maintain(5) group by outcome $$, $$ values ('made', 2::bigint, 0::numeric) $$,
  'months ahead, as many as asked for'
);
select results_eq(
  $$ select partition::text, begins, ends from audit._log_partitions() where begins >= date_trunc('month', now() at time zone 'UTC') at time zone 'UTC' + interval '150 days' $$,
  $$ select 'audit.data_op_log_' || to_char(m, 'YYYY_MM'), m at time zone 'UTC', (m + interval '1 month') at time zone 'UTC'
     from (select date_trunc('month', now() at time zone 'UTC') + interval '5 months') as t (m) $$,
  'from the first of the month to the next, in UTC'
);

-- The default partition

select noted('2020-02-29 23:59:59.999999+00'), noted('2020-03-01 00:00+00'), noted('2020-03-31 12:00+00');
create temporary table before as select summed() as sum;
select is(cardinality(audit._maintenance_problems()), 1, 'records in the default partition are reported');
set local timezone = 'Asia/Tokyo';
select results_eq(
  'select partition, outcome, records from audit.maintain()',
  $$ values ('audit.data_op_log_2020_02', 'filled', 1::bigint), ('audit.data_op_log_2020_03', 'filled', 2::bigint) $$,
  'they are moved to their months'
);
reset timezone;
select is(summed(), before.sum, 'unchanged') from before;
select is_empty('select from audit.data_op_log_default', 'and leave an empty one behind');
select throws_ok('delete from audit.data_op_log_default', 'UA014', null, 'which is append-only');
select throws_ok('delete from audit.data_op_log_2020_03', 'UA014', null, 'as the months are');
select is(
  (select relowner from pg_class where oid = 'audit.data_op_log_2020_03'::regclass), (select relowner from pg_class where oid = 'audit.data_op_log'::regclass),
  'they belong to the owner of the log'
);
select is(audit._maintenance_problems(), '{}', 'there is nothing more to report');
select is_empty('select * from audit.maintain()', 'and nothing more to do');

-- One that is too large to be counted under lock: the next call compares it

select noted('2020-05-05');
create temporary table filled as select * from audit._fill_months('1 second');
select results_eq('select counts, countable from filled', $$ values ('{"audit.data_op_log_2020_05": 1}'::jsonb, true) $$, 'copies');
select noted('2020-05-06', -1), noted('2020-05-07');
select is(audit._swap_default(counts, settled_id, false), '{"audit.data_op_log_2020_05": 2}', 'and those that have come since') from filled;
select is(cardinality(audit._maintenance_problems()), 1, 'what is still to be compared is reported');
select results_eq('select * from audit.maintain()', $$ values ('audit.data_op_log_emptied', 'compared', 1::bigint) $$, 'one was numbered by hand');
select is((select count(*) from audit.data_op_log_2020_05), 3::bigint, 'all are there');

-- What can't be

select throws_with_hint(
  'select * from audit.maintain(-1)', 'UA072', 'months_ahead is -1', 'Say for how many months after this one there are to be partitions: 0 to 120.', 'months'
);
select throws_with_hint(
  $$ select * from audit.maintain(patience => '2 days') $$, 'UA072', 'patience is 2 days',
  'Say how long to try to get a lock, for example ''30 seconds'': a day at most.', 'patience'
);
create table audit.data_op_log_2020_07 ();
select noted('2020-07-07');
select throws_with_hint(
  'select * from audit.maintain()', 'UA073', 'the records of 2020-07 have no partition, and a table audit.data_op_log_2020_07 is in the way',
  'Rename or move that table, or attach it to the log again.', 'a table in the way'
);
drop table audit.data_op_log_2020_07;
create table audit.half partition of audit.data_op_log for values from ('2020-07-20 00:00+00') to ('2020-08-05 00:00+00');
select throws_ok(
  'select * from audit.maintain()', 'UA073', 'the records of 2020-07 have no partition, and that of another stretch of time overlaps the month', 'or a partition'
);
drop table audit.half;
select noted('infinity');
select throws_ok('select * from audit.maintain()', 'UA073', 'the default partition holds records of the time infinity, which is in no month', 'no month');

-- The parts

select is(audit._count_of(audit._add_counts('{"a": 1, "b": 2}', '{"b": 3, "c": 12345678901}')), 12345678907, 'counts are added up');
select throws_ok($$ select audit._give_up('so it was', '3 s', '{7,8}') $$, 'UA070', 'the log is in use: so it was for 00:00:03', 'giving up names the sessions');

select * from finish();
rollback;
