-- audit.stats, stats_by_role and estimate_stats: what happened between two marks.

begin;
select plan(11);

create table orders (id int primary key, qty int);
create table notes (body text);
select audit.track('orders', row_log => true);
select audit.track('notes', key => '{}', row_log => true);
select audit.create_group('shop');
select throws_with_hint(
  $$ select * from audit.stats('shop') $$,
  'UA054', 'the group has no mark yet', 'Set one with audit.set_mark: what comes after it can be counted.', 'without a mark'
);
select audit.assign('orders', 'shop');
select audit.assign('notes', 'shop');
insert into orders values (0, 0);
select audit.set_mark('shop', 'm1');
insert into orders select n, n from generate_series(1, 5) as n;
update orders set qty = qty + 1 where id <= 3;
update orders set id = id + 10;
delete from orders where id = 15;
insert into notes values ('a'), ('b');
select audit.set_mark('shop', 'm2');
truncate notes;
insert into notes values ('c');

select results_eq(
  $$ select table_name, inserted, updated, deleted, truncated, truncations from audit.stats('shop', 'm1', 'm2') $$,
  $$ values ('notes', 2::bigint, 0::bigint, 0::bigint, 0::bigint, 0::bigint), ('orders', 5, 10, 1, 0, 0) $$,
  'between two marks'
);
select results_eq(
  $$ select table_name, inserted, updated, deleted, truncated, truncations from audit.stats('shop', 'm2') $$,
  $$ values ('notes', 1::bigint, 0::bigint, 0::bigint, 2::bigint, 1::bigint), ('orders', 0, 0, 0, 0, 0) $$,
  'from a mark to now; TRUNCATE counts the rows and the command'
);
select results_eq(
  $$ select table_name, inserted from audit.stats('shop') $$, $$ values ('notes', 3::bigint), ('orders', 5) $$, 'from the first mark to now'
);
select results_eq(
  $$ select table_name, role, verb, changed_rows, transactions from audit.stats_by_role('shop', 'm1') order by 1, 3 $$,
  $$ values
    ('notes', session_user::text collate "default", 'INS', 3::bigint, 1::bigint), ('notes', session_user::text collate "default", 'TRU', 2, 1),
    ('orders', session_user::text collate "default", 'DEL', 1, 1), ('orders', session_user::text collate "default", 'INS', 5, 1), ('orders', session_user::text collate "default", 'UPD', 10, 1) $$,
  'by role and verb'
);
select throws_with_hint(
  $$ select * from audit.stats('shop', 'm2', 'm1') $$,
  'UA057', 'mark ''m2'' comes after mark ''m1''', 'Name the earlier mark first.', 'the wrong way round'
);
select throws_ok($$ select * from audit.stats_by_role('shop', 'm9') $$, 'UA054', 'group shop has no mark ''m9''');

select results_eq(
  $$ select table_name, inserted >= 0, updated >= 0, deleted >= 0 from audit.estimate_stats('shop', 'm1', 'm2') $$,
  $$ values ('notes', true, true, true), ('orders', true, true, true) $$,
  'an estimate is made from PostgreSQL''s counters'
);
-- A mark's counters, as they would be some seconds later.
update audit.mark_table as t set inserted = t.inserted + 7 from audit.table_group_mark as m, audit.table_group_member as g
where m.id = t.mark_id and m.name = 'm2' and g.id = t.member_id and g.relid = 'orders'::regclass;
select is((select inserted from audit.estimate_stats('shop', 'm1', 'm2') where table_name = 'orders'), 7::bigint, 'from what the marks have noted of them');
update audit.mark_table set inserted = 1000000;
select is((select inserted from audit.estimate_stats('shop', 'm1') where table_name = 'orders'), null, 'unknown where the counters were reset in between');

select audit.unassign('notes');
insert into notes values ('not counted');
select is((select inserted from audit.stats('shop') where table_name = 'notes'), 3::bigint, 'a table that has left counts until then');

select * from finish();
rollback;
