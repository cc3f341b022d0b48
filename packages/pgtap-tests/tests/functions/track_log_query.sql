-- log_query: the client's query. One longer than 1 kB stands whole on the first record of its statement only.

begin;
select plan(10);

create table note (id int primary key, body text);
select audit.track('note');

insert into note values (1, 'short');
select is((last_record()).client_query like '%insert into note values (1, ''short'')%', true, 'the query as the client sent it');
insert into note select n, 'x' from generate_series(2, 4) as n;
select is((select count(*) from audit.data_op_log where client_query like '%generate_series(2, 4)%'), 3::bigint, 'a short one on each record');

insert into note select n, '∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆∆' from generate_series(5, 7) as n /* the end */;
select is((select client_query like '%/* the end */%' from audit.data_op_log where data_id = '5'), true, 'a long one whole on the first record of its statement');
select is((select max(octet_length(client_query)) <= 1024 and min(octet_length(client_query)) > 1020 from audit.data_op_log where data_id in ('6', '7')), true,
  'and cut to 1 kB on the others, never within a character');
select is((select count(distinct statement_id) from audit.data_op_log where data_id in ('5', '6', '7')), 1::bigint, 'which name the same statement');
update note set body = 'a' /* ------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------- */;
select is((select count(*) from audit.data_op_log where action = 'U' and client_query like '%----- */%'), 1::bigint, 'the next statement has a first record of its own');
delete from note where id = 7 /* of itself */;
select is((last_record()).client_query like '%/* of itself */%', true, 'a delete has it');
truncate note /* of itself */;
select is((last_record()).client_query like 'truncate note%', true, 'and a TRUNCATE');

select audit.track('note', log_query => false);
insert into note values (1, 'x');
select is((last_record()).client_query, null, 'log_query => false: null');
truncate note;
select is((last_record()).client_query, null, 'also of a TRUNCATE');

select * from finish();
rollback;
