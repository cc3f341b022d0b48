-- An application role needs no grants at all to have its writes recorded, and can't touch the log.
-- Engines: both

begin;
select plan(13);

create table note (id int primary key, body text, tags jsonb, modified_at timestamptz);
create table event (id int, day date, primary key (id, day)) partition by range (day);
create table event_1 partition of event for values from ('2026-01-01') to ('2026-02-01');
select audit.track('note', touch => true, json_columns => '{"tags": {"type": "objectArray", "key": ["id"]}}');
select audit.track('event');
create role plain_app;
grant select, insert, update, delete, truncate on note, event, event_1 to plain_app;

set local role plain_app;
insert into note values (1, 'a', '[{"id": 1}]');
update note set body = 'b', tags = '[{"id": 1, "n": 2}, {"id": 3}]';
delete from note;
truncate note;
insert into event values (1, '2026-01-02');
insert into event_1 values (2, '2026-01-02');
truncate event;
create temporary table temp_op_meta as select 'by temp'::text as op_type;
insert into note values (2);
select set_config('audit.op_note', 'by hand', true);
insert into note values (3);
reset role;

select is(recorded('note'), '{I 1,U 1,D 1,T -,I 2,I 3}', 'each of its writes is recorded');
select is(recorded('event'), '{I 1∆2026-01-02,I 2∆2026-01-02,T -}', 'in partitions too');
select is((last_record()).op_note, 'by hand', 'it can give a context without a right to set_context');

-- What it can't do

set local role plain_app;
select throws_ok('select * from audit.data_op_log', '42501', null, 'read the log');
select throws_ok('insert into audit.data_op_log select', '42501', null, 'forge a record');
select throws_ok('update audit.data_op_log set op_note = null', '42501', null, 'change one');
select throws_ok('truncate audit.data_op_log', '42501', null, 'empty the log');
select throws_ok('select nextval(''audit.statement_id_seq'')', '42501', null, 'use up numbers');
select throws_ok('select audit.track(''note'')', '42501', null, 'declare a table');
select throws_ok('select audit.untrack(''note'')', '42501', null, 'end tracking');
select throws_ok('select audit.set_context(''x'')', '42501', null, 'call what it was not granted');
select throws_ok('select * from audit.tracked', '42501', null, 'see what is tracked');
select throws_ok('drop trigger audit_insert on note', '42501', null, 'or drop the triggers');
reset role;

select * from finish();
rollback;
