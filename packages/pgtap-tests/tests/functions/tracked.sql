-- audit.tracked: what is tracked, with which options, since when, and whether it is in step.

begin;
select plan(9);

select is_empty('select * from audit.tracked', 'nothing at first');
create schema shop;
create table shop.orders (id int primary key, name text, secret text, profile jsonb);
select audit.track('shop.orders', masked => '{secret}', json_columns => '{"profile": "object"}');

select is(
  (select to_jsonb(t) - '{tracked_since,relid,capture,engine}'::text[] from audit.tracked as t),
  '{"schema_name": "shop", "table_name": "orders", "key": ["id"], "only_columns": null, "ignored": [], "masked": ["secret"], "json_columns": {"profile": "object"},
    "modified_at": "modified_at", "modified_by": "modified_by", "touch": false, "log_query": true, "row_log": false, "in_step": true, "problems": []}',
  'a table with its options'
);
select is((select tracked_since from audit.tracked), now(), 'since when');
select audit.track('shop.orders');
select is((select count(*) from audit.tracked where tracked_since = now()), 1::bigint, 'tracked anew: one row, and since when is kept');
select ok((select engine in ('sql', 'plv8') and capture in ('statement', 'agnostic') from audit.tracked), 'engine and capture: how it is done');

drop trigger audit_update on shop.orders;
select is((select in_step from audit.tracked), false, 'not in step: a trigger is gone');
select is((select problems from audit.tracked), '{"trigger audit_update is missing or disabled on shop.orders; call audit.track again"}', 'and what to do');
select audit.track('shop.orders');
select is((select in_step from audit.tracked), true, 'which helps');

-- Where event triggers can be made they enable it again at once.
alter table shop.orders disable trigger audit_delete;
select ok(
  (select in_step = exists (select from pg_trigger where tgrelid = 'shop.orders'::regclass and tgname = 'audit_delete' and tgenabled = 'O') from audit.tracked),
  'a disabled trigger is enabled again, or reported'
);

select * from finish();
rollback;
