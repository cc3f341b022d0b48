-- audit.changes_sql: the SQL that repeats the changes. audit.table_at: a table as it was.

begin;
select plan(17);

create type mood as enum ('so so');
create table orders (id int primary key, pos int unique deferrable, price money, at timestamptz, took interval, raw bytea, tags text[], mood mood, f float8, twice int generated always as (pos * 2) stored);
create table note (body text, "100%s" int);
create table event (id int primary key) partition by range (id);
create table event_1 partition of event for values from (0) to (100);
create table tick (id serial primary key);
select audit.track('orders', row_log => true);
select audit.track('note', key => '{}', row_log => true);
select audit.track('event', row_log => true);
select audit.track('tick', row_log => true);
select audit.create_group('shop');
select audit.assign(t, 'shop') from unnest('{orders,note,event,tick}'::regclass[]) as t;
select audit.set_mark('shop', 'm1');
select is_empty($$ select audit.changes_sql('shop', 'm1') $$, 'no changes, no script');

set local timezone = 'Asia/Tokyo';
set local bytea_output = 'escape';
set local intervalstyle = 'sql_standard';
insert into orders values (1, 1, 12.34, '2026-01-01 00:00:00+00', '-1 day 00:00:01', '\x5c00', '{it''s,NULL}', 'so so', '-0');
update orders set pos = 5, tags = null where id = 1;
insert into orders (id, pos) values (2, 1);
update orders set pos = 6 - pos;
update orders set mood = 'so so' where id = 2;
update orders set mood = mood;
insert into note values ('%L', 1), (E'\\', null);
update note set "100%s" = 7 where body = '%L';
delete from note where body <> '%L';
truncate note;
insert into event values (1), (2);
delete from event where id = 1;
insert into tick default values;
select audit.set_mark('shop', 'm2');
truncate event;

select results_eq(
  $$ select audit.changes_sql('shop', 'm1', 'm2') $$,
  $$ values
    ('insert into public.orders (id, pos, price, at, took, raw, tags, mood, f) overriding system value values (''1''::integer, ''1''::integer, ''12.34''::numeric::money, ''2026-01-01 00:00:00+00''::timestamp with time zone, ''P-1DT-1S''::interval, E''\\x5c00''::bytea, ''{it''''s,NULL}''::text[], ''so so''::public.mood, ''-0''::double precision);'),
    ('delete from only public.orders where id = ''1''::integer;'),
    ('insert into public.orders (id, pos, price, at, took, raw, tags, mood, f) overriding system value values (''1''::integer, ''5''::integer, ''12.34''::numeric::money, ''2026-01-01 00:00:00+00''::timestamp with time zone, ''P-1DT-1S''::interval, E''\\x5c00''::bytea, NULL::text[], ''so so''::public.mood, ''-0''::double precision);'),
    ('insert into public.orders (id, pos, price, at, took, raw, tags, mood, f) overriding system value values (''2''::integer, ''1''::integer, NULL::numeric::money, NULL::timestamp with time zone, NULL::interval, NULL::bytea, NULL::text[], NULL::public.mood, NULL::double precision);'),
    ('delete from only public.orders where id = ''1''::integer;'),
    ('delete from only public.orders where id = ''2''::integer;'),
    ('insert into public.orders (id, pos, price, at, took, raw, tags, mood, f) overriding system value values (''1''::integer, ''1''::integer, ''12.34''::numeric::money, ''2026-01-01 00:00:00+00''::timestamp with time zone, ''P-1DT-1S''::interval, E''\\x5c00''::bytea, NULL::text[], ''so so''::public.mood, ''-0''::double precision);'),
    ('insert into public.orders (id, pos, price, at, took, raw, tags, mood, f) overriding system value values (''2''::integer, ''5''::integer, NULL::numeric::money, NULL::timestamp with time zone, NULL::interval, NULL::bytea, NULL::text[], NULL::public.mood, NULL::double precision);'),
    ('update only public.orders set mood = ''so so''::public.mood where id = ''2''::integer;'),
    ('insert into public.note (body, "100%s") overriding system value values (''%L''::text, ''1''::integer);'),
    ('insert into public.note (body, "100%s") overriding system value values (E''\\''::text, NULL::integer);'),
    ('update only public.note set "100%s" = ''7''::integer where (tableoid, ctid) = (select r.tableoid, r.ctid from only public.note as r where row(r.body, r."100%s")::record operator(pg_catalog.*=) row(''%L''::text, ''1''::integer)::record limit 1);'),
    ('delete from only public.note where (tableoid, ctid) = (select r.tableoid, r.ctid from only public.note as r where row(r.body, r."100%s")::record operator(pg_catalog.*=) row(E''\\''::text, NULL::integer)::record limit 1);'),
    ('delete from only public.note;'),
    ('insert into public.event (id) overriding system value values (''1''::integer);'),
    ('insert into public.event (id) overriding system value values (''2''::integer);'),
    ('delete from public.event where id = ''1''::integer;'),
    ('insert into public.tick (id) overriding system value values (''1''::integer);'),
    ('select pg_catalog.setval(''public.tick_id_seq'', 1, true);') $$,
  'every change in order, each value exact'
);
select results_eq(
  $$ select audit.changes_sql('shop', 'm2') $$, $$ values ('delete from public.event where id = ''2''::integer;') $$,
  'of a partitioned table TRUNCATE removes the rows that it had'
);
select throws_ok($$ select audit.changes_sql('shop', 'm2', 'm1') $$, 'UA057', 'mark ''m2'' comes after mark ''m1''');

-- table_at

select is_empty($$ select * from audit.table_at(null::orders, 'm1') $$, 'a table as it was at a mark');
insert into orders (id, pos) values (3, 8);
delete from orders where id = 1;
select results_eq(
  $$ select id, pos, twice from audit.table_at(null::orders, 'm2') order by id $$, $$ values (1, 1, 2), (2, 5, 10) $$, 'in its own types, generated columns too'
);
select results_eq($$ select * from audit.table_at(null::event, 'm2') $$, $$ values (2) $$, 'a partitioned one');
insert into note values ('a', 1), ('a', 1), ('b', 2);
select audit.set_mark('shop', 'm3');
delete from note where ctid = (select min(ctid) from note);
select results_eq($$ select * from audit.table_at(null::note, 'm3') order by 1 $$, $$ values ('a', 1), ('a', 1), ('b', 2) $$, 'one without a key');
insert into note values ('a', 1), ('a', 1);
select results_eq($$ select * from audit.table_at(null::note, 'm3') order by 1 $$, $$ values ('a', 1), ('a', 1), ('b', 2) $$, 'with equal rows');

select results_eq(
  $$ select id from audit.table_at(null::orders, clock_timestamp()) order by 1 $$, $$ values (2), (3) $$, 'as it is at this moment'
);
-- All of this is one transaction, which a time before its last change leaves out.
select is_empty($$ select id from audit.table_at(null::orders, (select max(emaj_changed) - interval '1 us' from audit_log.public_orders_log)) $$, 'as it was at a time: a transaction counts as a whole');
select throws_ok($$ select * from audit.table_at(null::orders, now() - interval '1 day') $$, 'UA067');
select throws_ok($$ select * from audit.table_at(null::orders, null::timestamptz) $$, 'UA067');
select throws_ok(
  $$ select * from audit.table_at(null::pg_class, 'm1') $$, 'UA066', 'pg_class is not the row type of a table that is tracked with row_log'
);
select throws_ok($$ select * from audit.table_at(null::orders, 'm9') $$, 'UA054', 'group shop has no mark ''m9''');
select audit.unassign('note');
select throws_ok($$ select * from audit.table_at(null::note, 'm3') $$, 'UA053', 'public.note is in no group, so it has no marks');
alter table orders drop raw;
select throws_ok($$ select audit.changes_sql('shop', 'm1') $$, 'UA060', 'the columns of public.orders have changed since the first mark');

select * from finish();
rollback;
