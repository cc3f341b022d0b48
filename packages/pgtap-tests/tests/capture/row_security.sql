-- Row security on the application's table hides nothing from the log.

begin;
select plan(2);

create table note (id int primary key, owner text, body text);
alter table note enable row level security;
alter table note force row level security;
create policy own on note using (owner = current_user) with check (true);
select audit.track('note');
create role secured;
grant select, insert, update, delete on note to secured;

set local role secured;
insert into note values (1, 'secured', 'a'), (2, 'someone else', 'b');
update note set owner = 'someone else';
reset role;

select is(recorded('note'), '{I 1,I 2,U 1}', 'what the writer can''t see is recorded too');
select is((last_record()).diff, '{"diffType": "normal", "owner": "\"secured\" -> \"someone else\""}', 'and a row that leaves its sight');

select * from finish();
rollback;
