-- Nothing that a caller puts in the way of a name is taken for what is meant.

begin;
select plan(3);

create table note (id int primary key, body text);
select audit.track('note');

create schema trap;
create function trap.to_jsonb(anyelement) returns jsonb language sql as $$ select '"trapped"'::jsonb $$;
create function trap.now() returns timestamptz language sql as $$ select 'epoch'::timestamptz $$;
create function trap.clock_timestamp() returns timestamptz language sql as $$ select 'epoch'::timestamptz $$;
create function trap.current_setting(text) returns text language sql as $$ select 'trapped' $$;
create table trap.data_op_log (id int);
create operator trap.= (leftarg = int, rightarg = int, function = int4ne);

set local search_path = trap, pg_catalog, public;
insert into public.note values (1, 'a');
update public.note set body = 'b';
set local search_path = public;

select is(recorded('note'), '{I 1,U 1}', 'the writes are recorded');
select is((last_record()).diff, '{"diffType": "normal", "body": "\"a\" -> \"b\""}', 'as they are');
select is((select array_agg(action_tstamp_tx) from audit.data_op_log), array[now(), now()], 'at the true time');

select * from finish();
rollback;
