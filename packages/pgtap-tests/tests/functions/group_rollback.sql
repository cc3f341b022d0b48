-- audit.rollback_group and rollback_plan: a group goes back to a mark, and forth again.

begin;
select plan(25);

create type mood as enum ('ok', 'bad');
create table customer (id int generated always as identity primary key, name text unique, mood mood, upper_name text generated always as (upper(name)) stored, modified_at timestamptz);
create table orders (id serial primary key, customer int references customer on delete cascade, qty numeric, boss int references orders on delete restrict);
create table note (body text, at point);
create table event (id int, day date, primary key (id, day)) partition by range (day);
create table event_1 partition of event for values from ('2026-01-01') to ('2026-07-01');
create table event_2 partition of event for values from ('2026-07-01') to ('2027-01-01');
create table fired (what text);
create function shout() returns trigger language plpgsql as $$ begin insert into fired values (tg_op); return null; end $$;
create trigger app after insert or update or delete on orders for each row execute function shout();
create trigger app_off after insert on orders for each row execute function shout();
alter table orders disable trigger app_off;
create trigger app_always after insert on customer for each row execute function shout();
alter table customer enable always trigger app_always;
create rule quiet as on delete to note do also insert into fired values ('rule');

select audit.track('customer', touch => true, row_log => true);
select audit.track('orders', row_log => true);
select audit.track('note', key => '{}', row_log => true);
select audit.track('event', row_log => true);
select audit.create_group('shop');
select audit.assign(t, 'shop') from unnest('{customer,orders,note,event}'::regclass[]) as t;

insert into customer (name, mood) values ('a', 'ok'), ('b', null), ('c', 'bad');
insert into orders (customer, qty) values (1, 1.0), (2, 2.50), (3, 3);
insert into orders (customer, qty, boss) values (1, 4, 1);
insert into note values ('twice', '(1,2)'), ('twice', '(1,2)'), ('once', null);
insert into event values (1, '2026-02-02'), (2, '2026-08-08');
create table customer_then as table customer;
create table orders_then as table orders;
create table note_then as table note;
create table event_then as table event;
select audit.set_mark('shop', 'm1');

-- Names change hands, keys change, rows come and go, a parent goes with its children.
update customer set name = case name when 'a' then 'x' when 'b' then 'y' end where id < 3;
update customer set name = case name when 'x' then 'b' when 'y' then 'a' end where id < 3;
delete from customer where id = 3;
insert into customer (name) values ('new');
update orders set qty = 1.00 where id = 1;
update orders set id = id + 100 where id = 2;
insert into orders (customer) values (4);
delete from note where ctid = (select min(ctid) from note);
update note set body = 'changed' where body = 'once';
update event set day = '2026-09-09' where id = 1;
truncate event_2;
insert into event values (3, '2026-03-03');
create table customer_later as table customer;
create table orders_later as table orders;
create table note_later as table note;
create table event_later as table event;

create function differing(suffix text) returns text[] language plpgsql as $$
declare
  item text;
  found text[] := '{}';
  differs boolean;
begin
  foreach item in array '{customer,orders,note,event}'::text[] loop
    execute format('select exists ((select t::text from %1$I as t except all select t::text from %2$I as t) union all (select t::text from %2$I as t except all select t::text from %1$I as t))', item, item || '_' || suffix) into differs;
    if differs then found := found || item; end if;
  end loop;
  return found;
end $$;
select is(differing('then'), '{customer,orders,note,event}', 'everything is different');

select results_eq(
  $$ select table_name, inserts, updates, deletes, changes, changed_by, refusal from audit.rollback_plan('shop', 'm1') $$,
  $$ values
    ('customer', 1::bigint, 2::bigint, 1::bigint, 6::bigint, array[session_user::text collate "default"], null::text),
    ('event', 2, 0, 1, 4, array[session_user::text collate "default"], null),
    ('note', 2, 0, 1, 2, array[session_user::text collate "default"], null),
    ('orders', 2, 1, 2, 4, array[session_user::text collate "default"], null) $$,
  'the plan says how many rows change, and who has changed them'
);
select results_eq(
  $$ select p::text from audit.rollback_group('shop', 'm1', dry_run => true) as p $$, $$ select p::text from audit.rollback_plan('shop', 'm1') as p $$, 'a dry run is the plan'
);
select is(differing('later'), '{}', 'which changes nothing');
select is((select count(*) from audit.mark), 1::bigint, 'and sets no mark');

delete from fired;
select audit.set_context('import', 'nightly');
select results_eq(
  $$ select table_name, inserts + updates + deletes, refusal, hint from audit.rollback_group('shop', 'm1') $$,
  $$ values ('customer', 4::bigint, null::text, null::text), ('event', 3, null, null), ('note', 3, null, null), ('orders', 5, null, null) $$,
  'the rollback says what it has done'
);
select is(differing('then'), '{}', 'every table is as it was, row for row');
select is_empty('select * from fired', 'the application''s triggers and rules have not run');
select results_eq(
  $$ select tgrelid::regclass, tgname, tgenabled from pg_trigger where tgname ~ '^app' order by 2 $$,
  $$ values ('orders'::regclass, 'app'::name, 'O'::"char"), ('customer', 'app_always', 'A'), ('orders', 'app_off', 'D') $$,
  'and are as they were'
);
select is_empty($$ select from pg_rewrite where rulename = 'quiet' and ev_enabled <> 'O' $$, 'so are the rules');
select is_empty($$ select conname from pg_constraint where contype = 'f' and condeferrable and conrelid in ('orders'::regclass, 'customer'::regclass) $$, 'and the foreign keys');
select is((select last_value from orders_id_seq), 4::bigint, 'a sequence is where it was');
select is((select last_value from customer_id_seq), 3::bigint, 'an identity column''s too');
select is((select modified_at from customer where id = 1), (select modified_at from customer_then where id = 1), 'touch has not touched');

select results_eq(
  $$ select distinct op_type, op_note from audit.data_op_log where op_type = 'rollback' $$,
  $$ values ('rollback', 'group shop to mark m1') $$,
  'the log says that it was a rollback'
);
select is(
  array[current_setting('audit.op_type'), current_setting('audit.op_note')], '{import,nightly}', 'the context is afterwards as it was'
);
select ok((select sum(inserted + updated + deleted) > 0 from audit.stats('shop', (select start_mark from audit.group_rollback))), 'the log tables have it too');
select results_eq(
  $$ select mark_name ~ '^RLBK_m1_\S+_START$', mark_name ~ '^RLBK_m1_\S+_DONE$' from audit.mark order by gid, mark_name $$,
  $$ values (false, false), (true, false), (false, true) $$,
  'it has marks before and after it'
);
select results_eq(
  $$ select mark_name, inserted, updated, deleted, rolled_back_by from audit.group_rollback $$,
  $$ values ('m1', 7::bigint, 3::bigint, 5::bigint, session_user::text collate "default") $$,
  'and is noted'
);

select lives_ok($$ select audit.rollback_group('shop', (select start_mark from audit.group_rollback)) $$, 'a rollback is rolled back');
select is(differing('later'), '{}', 'every table is as it was before it');
select ok((select last_value from orders_id_seq) = 5 and (select last_value from customer_id_seq) = 4, 'sequences too');

-- setval alone would outlive the transaction.
savepoint before;
select audit.rollback_group('shop', 'm1');
rollback to before;
select is((select last_value from orders_id_seq), 5::bigint, 'a sequence stays where the transaction does not');

select audit.rollback_group('shop', 'm1');
select is((select sum(inserts + updates + deletes) from audit.rollback_plan('shop', 'm1')), 0::numeric, 'then nothing is left to do');
select is_empty($$ select relname from pg_class where relname ~ '^audit_net' and relpersistence = 't' $$, 'no temporary table is left');

select * from finish();
rollback;
