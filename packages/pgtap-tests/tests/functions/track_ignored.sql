-- ignored: compare all columns but these.

begin;
select plan(5);

create table orders (id int primary key, name text, updated_at timestamptz, hits jsonb);
select audit.track('orders', ignored => '{updated_at,hits}');
insert into orders values (1, 'a', '2026-01-01', '{"n": 1}');

update orders set updated_at = '2026-01-02', hits = '{"n": 2}';
select is(recorded('orders'), '{I 1}', 'a change to nothing else is no record');
update orders set name = 'b', updated_at = '2026-01-03', hits = '{"n": 3}';
select is((last_record()).diff, '{"diffType": "normal", "name": "\"a\" -> \"b\""}', 'an ignored column shows in no diff');
select is((last_record()).json_diff, null, 'a JSON column neither');
insert into orders values (2, 'c', '2026-01-01', '{"n": 1}');
select is((last_record()).raw_data ? 'updated_at', true, 'but raw_data has it');
alter table orders add column later int;
update orders set later = 7 where id = 1;
select is((last_record()).diff, '{"diffType": "normal", "later": "null -> 7"}', 'a column that is added later is compared');

select * from finish();
rollback;
