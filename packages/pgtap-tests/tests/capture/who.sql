-- session_user_name, role_name, application_name: who it was.
-- Needs: no PGlite (there is no way back from SET SESSION AUTHORIZATION)

begin;
select plan(9);

create table note (id int primary key);
select audit.track('note');
create role who_login;
create role who_role;
create role who_definer;
grant who_role to who_login;
grant insert, truncate on note to who_login, who_role, who_definer;
create function who() returns text language sql as $$ select session_user_name || ' as ' || role_name from last_record() $$;

set session authorization who_login;
insert into note values (1);
reset session authorization;
select is(who(), 'who_login as who_login', 'the role that logged in');

set session authorization who_login;
set role who_role;
insert into note values (2);
reset session authorization;
select is(who(), 'who_login as who_role', 'after SET ROLE: the role in effect, and who logged in');

set session authorization who_login;
set local role who_role;
truncate note;
reset session authorization;
select is(who(), 'who_login as who_role', 'of a TRUNCATE too');

create schema work;
create function work.add(id int) returns void language sql security definer set search_path = '' as $$ insert into public.note values (id) $$;
alter function work.add(int) owner to who_definer;
grant usage on schema work to public;
set session authorization who_login;
select work.add(3);
reset session authorization;
select is(who(), 'who_login as who_login', 'a SECURITY DEFINER function''s owner does not hide the caller');

select ok((last_record()).role_name <> (select nspowner::regrole::text from pg_namespace where nspname = 'audit'), 'it is never the owner of the capture function');

set local application_name = 'order service';
insert into note values (4);
select is((last_record()).application_name, 'order service', 'the session''s application_name');
set local application_name = '';
insert into note values (5);
select is((last_record()).application_name, '', 'as it is, even empty');

select is((last_record()).client_addr, inet_client_addr(), 'the client''s address');
select is((last_record()).client_port, inet_client_port(), 'and port; both null where there are none');

select * from finish();
rollback;
