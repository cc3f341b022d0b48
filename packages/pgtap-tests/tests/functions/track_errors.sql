-- Each thing that audit.track refuses has a SQLSTATE of its own, a message and a hint, and changes nothing.

begin;
select plan(32);

create schema shop;
create table shop.orders (id int primary key, note text, tags text[], profile jsonb, changed interval, changed_on date,
  doubled int generated always as (id * 2) stored, stamped timestamptz generated always as ('epoch'::timestamptz) stored);
create table shop.keyless (note text);
create view shop.an_order as select * from shop.orders;
create materialized view shop.order_list as select * from shop.orders;
create sequence shop.numbers;
create type shop.pair as (a int, b int);
create index order_note on shop.orders (note);
create temporary table scratch (id int primary key);
create table shop.event (id int, day date, primary key (id, day)) partition by range (day);
create table shop.event_2026 partition of shop.event for values from ('2026-01-01') to ('2027-01-01');
create table shop.far (id int primary key);
create foreign data wrapper nothing;
create server elsewhere foreign data wrapper nothing;
create foreign table shop.far_child () inherits (shop.far) server elsewhere;

-- UA001 to UA004: what is no table of the application's

select throws_with_hint(
  $$ select audit.track(null) $$,
  'UA001', 'no table was named', 'Name the table to track, for example audit.track(''shop.orders'').',
  'no table'
);
select throws_with_hint(
  $$ select audit.track('shop.an_order') $$,
  'UA001', 'shop.an_order is a view, not a table',
  'Track the tables that hold the rows: changes made through a view are recorded there.',
  'a view'
);
select throws_ok($$ select audit.track('shop.order_list') $$, 'UA001', 'shop.order_list is a materialized view, not a table');
select throws_ok($$ select audit.track('shop.numbers') $$, 'UA001', 'shop.numbers is a sequence, not a table');
select throws_ok($$ select audit.track('shop.pair') $$, 'UA001', 'shop.pair is a composite type, not a table');
select throws_ok($$ select audit.track('shop.order_note') $$, 'UA001', 'shop.order_note is an index, not a table');
select throws_ok($$ select audit.track('shop.far_child') $$, 'UA001', 'shop.far_child is a foreign table, not a table');
select throws_with_hint(
  $$ select audit.track('scratch') $$,
  'UA002', 'scratch is a temporary table', 'Its rows end with the session. Track the table that they are copied to.',
  'a temporary table'
);
select throws_with_hint(
  $$ select audit.track('pg_catalog.pg_class') $$,
  'UA003', 'pg_class is a system table', 'PostgreSQL runs no triggers on its own tables. Track your own.',
  'a system table'
);
select throws_with_hint(
  $$ select audit.track('audit.param') $$,
  'UA004', 'audit.param belongs to the audit schema itself',
  'The log is append-only and needs no log of its own. Track your own tables.',
  'a table of the audit schema'
);
select throws_ok($$ select audit.track('audit.data_op_log') $$, 'UA004', 'audit.data_op_log belongs to the audit schema itself');

-- UA005: a column that is not there, in each option that names one

select throws_with_hint(
  $$ select audit.track('shop.orders', key => '{nope}') $$,
  'UA005', 'shop.orders has no column nope, which key names',
  'Its columns are id, note, tags, profile, changed, changed_on, doubled, stamped.',
  'an unknown column in key'
);
select throws_ok($$ select audit.track('shop.orders', only_columns => '{nope}') $$, 'UA005', 'shop.orders has no column nope, which only_columns names');
select throws_ok($$ select audit.track('shop.orders', ignored => '{note,"No Pe"}') $$, 'UA005', 'shop.orders has no column "No Pe", which ignored names');
select throws_ok($$ select audit.track('shop.orders', masked => '{nope}') $$, 'UA005', 'shop.orders has no column nope, which masked names');
select throws_ok($$ select audit.track('shop.orders', json_columns => '{"nope": "object"}') $$, 'UA005', 'shop.orders has no column nope, which json_columns names');
select throws_ok($$ select audit.track('shop.orders', modified_by => 'nope') $$, 'UA005', 'shop.orders has no column nope, which modified_by names');
select throws_ok($$ select audit.track('shop.orders', touch => true) $$, 'UA005', 'shop.orders has no column modified_at, which modified_at names');

-- UA006 and UA007: json_columns

select throws_with_hint(
  $$ select audit.track('shop.orders', json_columns => '["profile"]') $$,
  'UA006', 'json_columns is not a JSON object',
  'Write it as {"column": "object", "other_column": {"type": "objectArray", "key": ["id"]}}.',
  'json_columns of another shape'
);
select throws_with_hint(
  $$ select audit.track('shop.orders', json_columns => '{"profile": "objects"}') $$,
  'UA006', '"objects" is no type for JSON column profile',
  'The types are "object", "array", "other" and {"type": "objectArray", "key": ["field", …]}.',
  'a type that is none of the four'
);
select throws_with_hint(
  $$ select audit.track('shop.orders', json_columns => '{"profile": "objectArray"}') $$,
  'UA007', 'objectArray column profile has no key',
  'Name the fields that identify an item: {"type": "objectArray", "key": ["id"]}.',
  'an objectArray without a key'
);
select throws_with_hint(
  $$ select audit.track('shop.orders', json_columns => '{"profile": {"type": "objectArray", "key": []}}') $$,
  'UA007', 'the key of objectArray column profile is no list of field names',
  'Name the fields that identify an item: {"type": "objectArray", "key": ["id"]}.',
  'an objectArray with an empty key'
);

-- UA008 and UA009: keys and choices

select throws_with_hint(
  $$ select audit.track('shop.keyless') $$,
  'UA008', 'shop.keyless has no primary key',
  'Name the columns that identify a row, key => ''{column}'', or say key => ''{}'' to track it without: its records then have no data_id.',
  'no key at all'
);
select throws_with_hint(
  $$ select audit.track('shop.orders', only_columns => '{note}', ignored => '{tags}') $$,
  'UA009', 'only_columns and ignored were both given', 'Say which columns to compare, or which to leave out, not both.',
  'both only_columns and ignored'
);
select throws_with_hint(
  $$ select audit.track('shop.orders', masked => '{id}') $$,
  'UA009', 'id is in the key and masked',
  'The key is what data_id shows. Name other columns as the key, or leave this one unmasked.',
  'a masked key'
);
select throws_with_hint(
  $$ select audit.track('shop.orders', key => '{id,id}') $$,
  'UA009', 'a column stands in the key twice', 'Name each column of the key once.',
  'a key that repeats a column'
);

-- UA011: a column of the wrong type

select throws_with_hint(
  $$ select audit.track('shop.orders', json_columns => '{"note": "object"}') $$,
  'UA011', 'column note of shop.orders is a text, which json_columns can''t describe',
  'Name json, jsonb and array columns only; the others are compared by value.',
  'a JSON type for what is no JSON'
);
select throws_with_hint(
  $$ select audit.track('shop.orders', modified_at => 'changed') $$,
  'UA011', 'column changed of shop.orders, which modified_at names, is a interval', 'It has to be a timestamptz, timestamp or date.',
  'a modified_at that is no time'
);
select throws_with_hint(
  $$ select audit.track('shop.orders', modified_at => 'stamped', touch => true) $$,
  'UA011', 'column stamped of shop.orders is generated, so touch can''t set it',
  'Name another column as modified_at, or leave touch out.',
  'touch on a generated column'
);

-- UA012 and UA013: parts of other tables

select audit.track('shop.event');
select throws_with_hint(
  $$ select audit.track('shop.event_2026') $$,
  'UA012', 'shop.event_2026 is recorded already, as a partition or child of shop.event',
  'Its rows stand in the log under shop.event. To track it on its own, untrack shop.event first.',
  'a partition of a tracked table'
);
select throws_with_hint(
  $$ select audit.track('shop.far') $$,
  'UA013', 'shop.far has a foreign table, shop.far_child, among its partitions or children',
  'PostgreSQL has no transition tables for rows that live elsewhere, and would refuse the writes. Leave it out, or track the local partitions one by one.',
  'a table with a foreign child'
);

-- UA017: a trigger of the application's in the way

create table shop.taken (id int primary key);
create function shop.own() returns trigger language plpgsql as $$ begin return null; end $$;
create trigger audit_insert after insert on shop.taken execute function shop.own();
select throws_with_hint(
  $$ select audit.track('shop.taken') $$,
  'UA017', 'shop.taken has a trigger of its own named audit_insert', 'Rename it: alter trigger audit_insert on shop.taken rename to …',
  'a trigger of the application''s that has the name of one of ours'
);

select * from finish();
rollback;
