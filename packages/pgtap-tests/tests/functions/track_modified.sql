-- modified_at, modified_by: the row's own columns of that meaning, read into the log.

begin;
select plan(11);

create table orders (id int primary key, note text, modified_at timestamptz, modified_by text, edited date, editor int);
select audit.track('orders');

insert into orders values (1, null, '2026-01-02 03:04:05+02', 'importer');
select is((select row(modified_at, modified_by)::text from last_record()), row(timestamptz '2026-01-02 01:04:05+00', 'importer'::text)::text, 'of an inserted row');
update orders set modified_by = 'bert', note = 'x';
select is((last_record()).modified_by, 'bert', 'of an updated one: the new values');
delete from orders;
select is((last_record()).modified_by, 'bert', 'of a deleted one');
insert into orders (id) values (2);
select is((select row(modified_at, modified_by)::text from last_record()), '(,)', 'null where the row has none');

select audit.track('orders', modified_at => 'edited', modified_by => 'editor');
insert into orders values (3, null, null, null, '2026-05-06', 42);
select is((last_record()).modified_at, timestamptz '2026-05-06 00:00:00+00', 'other names: a date counts as midnight UTC');
select is((last_record()).modified_by, '42', 'a number is its text');
set local timezone = 'Asia/Tokyo';
insert into orders values (4, null, null, null, '2026-05-06', 42);
select is((last_record()).modified_at, timestamptz '2026-05-06 00:00:00+00', 'in any time zone');
select audit.track('orders', modified_at => null, modified_by => null);
insert into orders values (5, null, now(), 'importer', now(), 1);
select is((select row(modified_at, modified_by)::text from last_record()), '(,)', 'null as the name: none is read');

create table bare (id int primary key);
select audit.track('bare');
insert into bare values (1);
select is((select row(modified_at, modified_by)::text from last_record()), '(,)', 'a table that has no such columns');

create table odd (id int primary key, modified_at text, modified_by text[]);
select lives_ok($$ select audit.track('odd') $$, 'columns of these names that mean something else are not in the way');
insert into odd values (1, 'not a time', '{a}');
select is((last_record()).modified_at, null, 'and a text is no time');

select * from finish();
rollback;
