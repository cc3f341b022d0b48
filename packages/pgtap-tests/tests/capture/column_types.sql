-- Columns of any type are compared and recorded, also those without an equality of their own.
-- Needs: no PGlite (it has no ICU collations)

begin;
select plan(15);

create type mood as enum ('sad', 'ok');
create type pair as (a int, b text);
create domain short as varchar(10) check (length(value) < 10);
create domain shorter as short;
create collation nocase (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
create table thing (
  id int primary key, m mood, p pair, s shorter, pt point, x xml, rng int4range, bits bit(4), net inet, mac macaddr, u uuid, tm time, ts tsvector,
  folded text collate nocase, doubled int generated always as (id * 2) stored, pts point[]
);
select audit.track('thing');
insert into thing (id) values (1);

create function changed(column_name text) returns text language sql as $$ select coalesce(diff ->> column_name, json_diff ->> column_name) from last_record() $$;

update thing set m = 'ok';
select is(changed('m'), 'null -> "ok"', 'an enum');
update thing set p = row(1, null);
select is(changed('p'), 'null -> {"a": 1, "b": null}', 'a composite type');
update thing set p = row(1, '');
select is(changed('p'), '{"a": 1, "b": null} -> {"a": 1, "b": ""}', 'whose fields are compared');
update thing set s = 'x';
select is(changed('s'), 'null -> "x"', 'a domain over a domain');
update thing set pt = '(1,2)';
select is(changed('pt'), 'null -> "(1,2)"', 'a point, which has no equality');
update thing set pts = array['(1,2)'::point];
select is(changed('pts'), '{"diffType": "array", "newItems": ["(1,2)"], "removedItems": []}', 'an array of them');
update thing set x = '<a/>';
select is(changed('x'), 'null -> "<a/>"', 'XML');
update thing set rng = '[1,5)';
select is(changed('rng'), 'null -> "[1,5)"', 'a range');
update thing set bits = '1010';
select is(changed('bits'), 'null -> "1010"', 'bits');
update thing set net = '10.0.0.1/8', mac = '08:00:2b:01:02:03', u = '6f1c9a52-1111-4222-8333-444455556666', tm = '24:00';
select is((last_record()).diff,
  '{"diffType": "normal", "net": "null -> \"10.0.0.1/8\"", "mac": "null -> \"08:00:2b:01:02:03\"", "u": "null -> \"6f1c9a52-1111-4222-8333-444455556666\"", "tm": "null -> \"24:00:00\""}',
  'addresses, a uuid, a time');
update thing set ts = 'a:1 b';
select is(changed('ts'), $$null -> "'a':1 'b'"$$, 'a text search vector');
update thing set folded = 'a';
update thing set folded = 'A';
select is(changed('folded'), '"a" -> "A"', 'letters that a collation calls equal are still a change');
update thing set id = 3;
select is(changed('doubled'), '2 -> 6', 'a generated column');
delete from thing;
select is((last_record()).raw_data -> 'p', '{"a": 1, "b": ""}', 'and in raw_data');

create table wide (id int primary key);
do $$ begin execute (select 'alter table wide ' || string_agg(format('add column c%s int default 0', n), ', ') from generate_series(1, 400) as n); end $$;
select audit.track('wide');
insert into wide values (1);
update wide set c1 = 1, c200 = 2, c400 = 3;
select is((last_record()).diff, '{"diffType": "normal", "c1": "0 -> 1", "c200": "0 -> 2", "c400": "0 -> 3"}', 'a table of 400 columns');

select * from finish();
rollback;
