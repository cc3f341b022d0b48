-- audit.untrack(table): stops recording. The history stays.

begin;
select plan(9);

create table note (id int primary key, body text, modified_at timestamptz);
select audit.track('note', touch => true);
insert into note values (1, 'recorded');

select audit.untrack('note');
insert into note values (2, 'not recorded');
update note set body = 'not either';
truncate note;

select is(recorded('note'), '{I 1}', 'what was recorded stays, what comes after is not');
select is((select count(*) from audit.tracked), 0::bigint, 'it is listed no more');
select is_empty($$ select tgname from pg_trigger where tgrelid = 'note'::regclass $$, 'no trigger is left on the table');
select is_empty($$ select proname from pg_proc where proname ~ '^_capture_[0-9]' $$, 'nor any function that was written for it');

select audit.track('note');
insert into note values (3, 'recorded again');
select is(recorded('note'), '{I 1,I 3}', 'it can be tracked again, and its history goes on');
select audit.untrack('note');

select throws_with_hint(
  $$ select audit.untrack('note') $$,
  'UA010', 'public.note is not tracked', 'select schema_name, table_name from audit.tracked shows what is.',
  'a table that is not tracked'
);
select throws_ok($$ select audit.untrack(null) $$, 'UA010', 'null is not tracked');

-- A partitioned table

create table event (id int, day date, primary key (id, day)) partition by range (day);
create table event_2026 partition of event for values from ('2026-01-01') to ('2027-01-01');
select audit.track('event');
select audit.untrack('event');
insert into event values (1, '2026-05-01');
select is(recorded('event'), '{}', 'its partitions are not recorded either');
select is_empty($$ select tgname from pg_trigger where tgrelid = 'event_2026'::regclass $$, 'and have no trigger left');

select * from finish();
rollback;
