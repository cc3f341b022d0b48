-- A query that names a table with masked columns is recorded with no other table either, whatever that is called now.

begin;
select plan(4);

create table account (id int primary key, password text);
create table visit (id int primary key, note text);
select audit.track('account', masked => '{password}');
select audit.track('visit');

alter table account rename to member;
with a as (insert into member values (1, 's3cret') returning id) insert into visit select id, 'first' from a;
select is((last_record('visit')).client_query, null, 'after the table was renamed');

drop table member;
create table member (id int primary key, password text);
insert into visit select 2, 'second' where not exists (select from member);
select isnt((last_record('visit')).client_query, null, 'once it is dropped, its name means nothing');

create table login (id int primary key, password text);
select audit.track('login', masked => '{password}');
with a as (insert into login values (1, 's3cret') returning id) insert into visit select 3, 'third' from a;
select is((last_record('visit')).client_query, null, 'a table that is masked later');
select lives_ok('select audit._renew_query_checks()', 'the check can be renewed at any time');

select * from finish();
rollback;
