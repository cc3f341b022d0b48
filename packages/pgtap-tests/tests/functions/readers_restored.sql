-- Readers after a restore: the log's transaction ids are another cluster's. Two sessions, hence committed.
-- Needs: extension dblink
-- Needs: no PGlite (one session only)

select plan(9);

create extension dblink;
create role audit_test_other superuser login password 'other';
select dblink_connect('other', format('host=%s port=%s dbname=%s user=audit_test_other password=other', coalesce(host(inet_server_addr()), '127.0.0.1'), current_setting('port'), current_database()));

create table item (id int primary key);
select audit.track('item');
insert into item values (1);
select audit.create_reader('r');
select results_eq($$ select data_id from audit.read_reader('r') $$, $$ values ('1') $$, 'read before');

-- A transaction that commits late

select dblink_exec('other', 'begin; insert into item values (2)');
insert into item values (3);
select results_eq($$ select data_id from audit.read_reader('r') $$, $$ values ('3') $$, 'a later one is read first');
select dblink_exec('other', 'commit');
select results_eq($$ select data_id from audit.read_reader('r') $$, $$ values ('2') $$, 'the late one follows');

-- Two at once

select dblink_exec('other', 'begin');
select count(*) from dblink('other', $$ select 1 from audit.read_reader('r') $$) as t (x int);
select throws_with_hint(
  $$ select audit.read_reader('r') $$,
  'UA032', 'reader "r" is in use by another session', 'Let the other one finish, or give this one a name of its own.',
  'the second is refused'
);
select dblink_exec('other', 'rollback');

-- Restored: the records have transaction ids far ahead of this cluster's

update audit.cluster set system_identifier = 'another';
create temporary table restored as select * from audit.data_op_log;
update restored set id = id + 100, transaction_id = transaction_id + 1000000, data_id = '1' || data_id;
insert into audit.data_op_log select * from restored;
select setval('audit.data_op_log_id_seq', 200);

select dblink_exec('other', 'begin; insert into item values (4)');
select throws_with_hint(
  $$ select audit.settle_log(patience => '50 ms') $$,
  'UA036', 'transactions that began before this call are still running after 00:00:00.05',
  'Call it in a READ COMMITTED transaction that has written nothing, when the long transactions that pg_stat_activity shows have ended, or with more patience.',
  'a writer that is under way is waited for'
);
select dblink_exec('other', 'commit');
insert into item values (5);
select audit.reset_reader('r', 100);
insert into item values (6);
select results_eq($$ select data_id from audit.read_reader('r') $$, $$ values ('11'), ('12'), ('13'), ('4'), ('5'), ('6') $$, 'settled and new ones, whatever their transaction ids');
select is_empty($$ select data_id from audit.read_reader('r') $$, 'once');
insert into item values (7);
select results_eq($$ select data_id from audit.read_reader('r') $$, $$ values ('7') $$, 'and it goes on');

-- pg_upgrade: another number, the same transaction ids

update audit.cluster set system_identifier = 'upgraded' where id = (select max(id) from audit.cluster);
select audit.settle_log(same_log => true);
insert into item values (8);
select results_eq($$ select data_id from audit.read_reader('r') $$, $$ values ('8') $$, 'the same log under a new number');

select dblink_disconnect('other');
drop role audit_test_other;
select * from finish();
