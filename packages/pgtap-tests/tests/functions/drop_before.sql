-- audit.drop_before(time) and audit.prunable(time): whole months of the log that go.

begin;
select plan(15);

create function noted(at timestamptz) returns void language sql as $$
  insert into audit.data_op_log (schema_name, table_name, relid, action_tstamp_tx, action_tstamp_stm, action_tstamp_clk, action, statement_only)
  values ('s', 't', 0, at, at, at, 'I', false) $$;

select audit._add_log_partition(m) from unnest('{2020-01-01,2020-02-01,2020-03-01}'::date[]) as m;
select noted(t) from unnest('{2020-01-01 00:00+00,2020-01-31 23:59:59.999999+00,2020-02-01 00:00+00,2020-03-01 00:00+00,2019-07-07 00:00+00}'::timestamptz[]) as t;

set local timezone = 'America/New_York';
select results_eq(
  $$ select partition, begins at time zone 'UTC', ends at time zone 'UTC', records, bytes > 0, whole from audit.prunable('2020-02-20') $$,
  $$ values ('audit.data_op_log_2020_01', timestamp '2020-01-01', timestamp '2020-02-01', 2::bigint, true, true),
            ('audit.data_op_log_2020_02', '2020-02-01', '2020-03-01', 1, true, false),
            ('audit.data_op_log_default', '2019-07-01', '2019-08-01', 1, null, true) $$,
  'what would go, counted, and what is too young in its month'
);
select is((select count(*) from audit.data_op_log), 5::bigint, 'looking changes nothing');
select is_empty($$ select * from audit.prunable('2019-07-07 00:00+00') $$, 'the time itself is not before it');
select results_eq(
  $$ select partition, records, dropped from audit.drop_before('2020-01-31 23:00+00') $$,
  $$ values ('audit.data_op_log_2020_01', 1::bigint, false), ('audit.data_op_log_default', 1, true) $$,
  'a month that is not wholly before it stays, the default partition loses its own'
);
select results_eq(
  $$ select partition, records, dropped from audit.drop_before('2020-02-01 00:00+00') $$, $$ values ('audit.data_op_log_2020_01', 2::bigint, true) $$,
  'to the microsecond'
);
reset timezone;
select hasnt_table('audit', 'data_op_log_2020_01', 'its partition is gone');
select is((select count(*) from audit.data_op_log), 2::bigint, 'the others are there');
select is_empty($$ select * from audit.drop_before('2020-02-01 00:00+00') $$, 'there is nothing more to drop');
select throws_ok('delete from audit.data_op_log', 'UA014', null, 'the log stays append-only');

select is(audit._drop_older(null), null, 'a schedule that keeps everything drops nothing');
select is(audit._drop_older(now() - '2020-03-15'), 1::bigint, 'one that does not, what is older');

select throws_with_hint(
  'select * from audit.drop_before(null)', 'UA072', 'before is null, which is no time',
  'Say up to when records can go, for example now() - interval ''12 months''.', 'no time'
);
select throws_ok($$ select * from audit.prunable('infinity') $$, 'UA072', null, 'nor is this');

create table item (id int primary key);
select audit.track('item');
insert into item values (1);
select audit.create_reader('warehouse');
update audit.cluster set settled_id = (select max(id) from audit.data_op_log);
select throws_with_hint(
  $$ select * from audit.drop_before('2020-05-01 00:00+00') $$,
  'UA074', format('readers have still to read records of before %s: warehouse', timestamptz '2020-05-01 00:00+00' at time zone 'UTC' || '+00'),
  'Let them read on, drop those that nobody uses any more with audit.drop_reader, or drop the records unread: force => true.',
  'what is unread stays'
);
select is((select bool_and(dropped) from audit.drop_before('2020-05-01 00:00+00', force => true)), true, 'unless that does not matter');

select * from finish();
rollback;
