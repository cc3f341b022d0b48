-- data_id: the key's values in key order, joined with ∆ (U+2206), strings bare.

begin;
select plan(14);

create table line (sku text, lot int, amount int, day date, id uuid, primary key (lot, sku));
select audit.track('line');
insert into line values ('a b', 7, 1, '2026-01-02', '6f1c9a52-1111-4222-8333-444455556666');
select is((last_record()).data_id, '7∆a b', 'a key of several columns: in the order of the key, not of the table');

select audit.track('line', key => '{sku}');
update line set amount = 2;
select is((last_record()).data_id, 'a b', 'key names other columns');
select audit.track('line', key => '{day,id}');
update line set amount = 3;
select is((last_record()).data_id, '2026-01-02∆6f1c9a52-1111-4222-8333-444455556666', 'of any type, as JSON writes them, without quotes');

select audit.track('line', key => '{}');
update line set amount = 4;
select is((last_record()).data_id, null, 'tracked without a key: null');
select is((last_record()).diff, '{"diffType": "normal", "amount": "3 -> 4"}', 'and the change is recorded all the same');
delete from line;
select is((last_record()).action, 'D', 'so is a delete');

create table keyless (a text, b text);
select audit.track('keyless', key => '{a,b}');
insert into keyless values (null, 'x');
select is((last_record()).data_id, 'null∆x', 'a null in the key is the word null');
insert into keyless values ('∆', 'quote " and \');
select is((last_record()).data_id, '∆∆quote " and \', 'a text is as it is');
insert into keyless values ('', '');
select is((last_record()).data_id, '∆', 'empty texts too');

create table blob (id bigint primary key, at timestamptz, n numeric, flag boolean);
select audit.track('blob', key => '{id,n,at,flag}');
insert into blob values (9007199254740993, '2026-01-02 03:04:05.000006+00', 1.50, true);
select is((last_record()).data_id, '9007199254740993∆1.50∆2026-01-02T03:04:05.000006+00:00∆true', 'numbers keep every digit, times every microsecond');

-- A key that changes

select audit.track('keyless', key => '{a}');
insert into keyless values ('old', 'x');
update keyless set a = 'new' where a = 'old';
select is((last_record()).data_id, 'new', 'a changed key: the new one is data_id');
select is((last_record()).diff, '{"diffType": "normal", "a": "\"old\" -> \"new\""}', 'and the diff holds the old one');

create table swap (id int primary key deferrable, name text);
select audit.track('swap');
insert into swap values (1, 'one'), (2, 'two'), (3, 'three');
update swap set id = case id when 1 then 2 when 2 then 3 else 1 end;
select bag_eq(
  $$ select data_id, diff::text from audit.data_op_log where table_name = 'swap' and action = 'U' $$,
  $$ values ('2', '{"id": "1 -> 2", "diffType": "normal"}'), ('3', '{"id": "2 -> 3", "diffType": "normal"}'), ('1', '{"id": "3 -> 1", "diffType": "normal"}') $$,
  'keys that change places: each row is paired with itself'
);

insert into keyless values (repeat('k', 10000), 'long');
select is(length((last_record()).data_id) < 2000, true, 'a key too long for the log''s index is cut, with its MD5 at the end');

select * from finish();
rollback;
