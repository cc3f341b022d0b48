-- audit.track(table, …): from now on each change to the table is recorded.

begin;
select plan(16);

create schema shop;
create table shop.orders (id int primary key, note text);
create table shop.other (id int primary key);

insert into shop.orders values (1, 'before');
select is(recorded('orders'), '{}', 'an undeclared table is not recorded');

select lives_ok($$ select audit.track('shop.orders') $$, 'a table with a primary key needs no options');
insert into shop.orders values (2, 'after');
insert into shop.other values (1);
select is(recorded('orders'), '{I 2}', 'its changes are recorded from then on');
select is(recorded('other'), '{}', 'those of other tables are not');

select bag_eq(
  $$ select tgname::text from pg_trigger where tgrelid = 'shop.orders'::regclass $$,
  array['audit_insert', 'audit_update', 'audit_delete', 'audit_truncate'],
  'insert, update, delete and truncate have a trigger each'
);

-- Options

select is(
  (select to_jsonb(t) from (
    select key, only_columns, ignored, masked, json_columns, modified_at, modified_by, touch, log_query, row_log
    from audit.tracked where table_name = 'orders'
  ) as t),
  '{"key": ["id"], "only_columns": null, "ignored": [], "masked": [], "json_columns": {}, "modified_at": "modified_at",
    "modified_by": "modified_by", "touch": false, "log_query": true, "row_log": false}',
  'the defaults: the primary key, all columns compared, none masked, the query recorded'
);

select audit.track('shop.orders', ignored => '{note}', log_query => false);
update shop.orders set note = 'ignored' where id = 2;
select is(recorded('orders'), '{I 2}', 'called again, track replaces the options');
select is((select ignored from audit.tracked where table_name = 'orders'), '{note}', 'and audit.tracked lists the new ones');

select audit.track('shop.orders');
update shop.orders set note = 'compared' where id = 2;
select is(recorded('orders'), '{I 2,U 2}', 'what is not named in the last call is the default again');
select is((last_record()).client_query is not null, true, 'and so is log_query');

-- A call that fails

select throws_ok($$ select audit.track('shop.orders', ignored => '{nope}') $$, 'UA005');
update shop.orders set note = 'again' where id = 2;
select is(recorded('orders'), '{I 2,U 2,U 2}', 'a refused call changes nothing: what was tracked stays tracked');
select throws_ok($$ select audit.track('shop.other', masked => '{nope}') $$, 'UA005');
select is((select count(*) from audit.tracked where table_name = 'other'), 0::bigint, 'and what was not is not declared');
select hasnt_trigger('shop', 'other', 'audit_insert', 'nor does it get triggers');

-- Null options

select audit.track('shop.other', key => null, ignored => null, masked => null, json_columns => null, touch => null, log_query => null);
insert into shop.other values (2);
select is(recorded('other'), '{I 2}', 'null is the same as the default in every option');

select * from finish();
rollback;
