-- audit._finish_install(): the last step of each install and upgrade. It can be repeated.

begin;
select plan(4);

create table note (id int primary key, body text);
select audit.track('note');
insert into note values (1, 'a');

select lives_ok('select audit._finish_install()', 'it can be run again');
update note set body = 'b';
select is(recorded('note'), '{I 1,U 1}', 'what is tracked stays tracked');

drop trigger audit_append_only on audit.data_op_log;
drop trigger audit_update on note;
select audit._finish_install();
select throws_ok('delete from audit.data_op_log', 'UA014', null, 'it protects the log where something has taken that away');
update note set body = 'c';
select is(recorded('note'), '{I 1,U 1,U 1}', 'and gives a table back the triggers that it lacks');

select * from finish();
rollback;
