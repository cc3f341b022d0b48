-- audit._add_log_partition(month): the log's partition for a month, made ahead.

begin;
select plan(7);

select is(audit._add_log_partition('2031-05-17')::text, 'audit.data_op_log_2031_05', 'makes the partition of the month that a day is in');
set local timezone = 'Asia/Tokyo';
select is(
  (select pg_get_expr(relpartbound, oid) from pg_class where relname = 'data_op_log_2031_05'),
  $$FOR VALUES FROM ('2031-05-01 09:00:00+09') TO ('2031-06-01 09:00:00+09')$$,
  'from the first of the month to the next, in UTC'
);
reset timezone;
select is(audit._add_log_partition('2031-05-01'), null, 'one that exists is left alone');
select is(
  obj_description('audit.data_op_log_2031_05'::regclass), 'Records of transactions that began in 2031-05 (UTC).',
  'it says what it holds'
);
select throws_ok('delete from audit.data_op_log_2031_05', 'UA014', null, 'it is append-only as the log is');

insert into audit.data_op_log (schema_name, table_name, relid, action_tstamp_tx, action_tstamp_stm, action_tstamp_clk, action, statement_only)
values ('s', 't', 0, '2031-08-15', '2031-08-15', '2031-08-15', 'I', false);
select is(audit._add_log_partition('2031-08-01'), null, 'a month that has records in the default partition gets none');
select is((select count(*) from audit.data_op_log where action_tstamp_tx = '2031-08-15'), 1::bigint, 'and its records stay');

select * from finish();
rollback;
