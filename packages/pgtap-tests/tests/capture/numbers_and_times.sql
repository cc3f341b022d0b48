-- id, transaction_id, statement_id and the three times. No outer transaction: they differ between transactions.

select plan(13);

create table note (id int primary key, body text);
create table other (id int primary key);
select audit.track('note');
select audit.track('other');

insert into note values (1), (2);
update note set body = 'a';
begin;
insert into note values (3);
select pg_sleep(0.01);
insert into note values (4);
insert into other values (1);
commit;

select is((select array_agg(data_id order by id) from audit.data_op_log where table_name = 'note'), '{1,2,1,2,3,4}', 'id is the order of capture');
select is((select count(distinct statement_id) from audit.data_op_log), 5::bigint, 'one statement_id for each statement');
select results_eq(
  $$ select array_agg(data_id order by id) from audit.data_op_log group by statement_id order by statement_id $$,
  $$ values ('{1,2}'::text[]), ('{1,2}'), ('{3}'), ('{4}'), ('{1}') $$,
  'which all records of a statement share'
);
select is((select count(distinct transaction_id) from audit.data_op_log), 3::bigint, 'one transaction_id for each transaction');
select results_eq(
  $$ select action_tstamp_tx from audit.data_op_log where data_id = '3' $$,
  $$ select action_tstamp_tx from audit.data_op_log where data_id = '4' $$,
  '_tx: when the transaction began'
);
select ok(
  (select a.action_tstamp_stm < b.action_tstamp_stm from audit.data_op_log as a, audit.data_op_log as b where a.data_id = '3' and b.data_id = '4'),
  '_stm: when the statement began'
);
select ok((select bool_and(action_tstamp_tx <= action_tstamp_stm and action_tstamp_stm <= action_tstamp_clk) from audit.data_op_log), '_clk: the clock at the capture');
select is((select count(distinct action_tstamp_clk) from audit.data_op_log where statement_id = (select min(statement_id) from audit.data_op_log)), 1::bigint, 'once for a statement');

begin;
insert into note values (5);
select is((last_record()).transaction_id, pg_current_xact_id()::text::bigint, 'transaction_id is the 64-bit one');
select is((last_record()).action_tstamp_tx, now(), 'and _tx is now()');
rollback;
select is((select count(*) from audit.data_op_log where data_id = '5'), 0::bigint, 'what is rolled back was not, in the log either');

begin;
insert into note values (6);
savepoint s;
insert into note values (7);
rollback to s;
insert into note values (8);
commit;
select is((recorded('note'))[7:], '{I 6,I 8}', 'nor what a savepoint takes back');
select is((select count(distinct transaction_id) from audit.data_op_log where data_id in ('6', '8')), 1::bigint, 'a subtransaction has its transaction''s id');

select * from finish();
