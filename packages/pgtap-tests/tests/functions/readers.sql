-- Readers: audit.create_reader, read_reader, reset_reader, drop_reader, settle_log, follow and the view audit.readers.

begin;
select plan(44);

create table item (id int primary key, name text, "diffType" text, doc jsonb);
select audit.track('item', json_columns => '{"doc": "object"}');

-- What a reader reads next, as {action data_id}.
create function news(reader text, at_most int default 100) returns text
language sql as $$ select array_agg(r.action || ' ' || r.data_id order by r.id)::text from audit.read_reader(reader, at_most) as r $$;

insert into item values (1, 'a'), (2, 'b');

-- A transaction does not read its own records: it has not ended. These tests have one transaction only, hence a
-- log that is settled, as after a restore.
update audit.cluster set settled_id = (select max(id) from audit.data_op_log);

-- From the start, and from now on

select audit.create_reader('all');
select audit.create_reader('late', from_start => false);
select is(news('late'), null, 'from now on: nothing of what was there');
select is(news('all', 1), '{"I 1"}', 'a bit of what was there');
select results_eq($$ select done_id is not null, target is not null, batch, delivered from audit.reader where name = 'all' $$, $$ values (true, true, 0::bigint, 1::bigint) $$, 'the batch goes on');
select results_eq($$ select records_behind from audit.readers where name = 'all' $$, $$ values (1::bigint) $$, 'and the view says how far it is behind');
select is(audit._unread_before(now() + interval '1 second'), '{all}', 'so that retention can ask who still has to read');
select is(audit._unread_before(now()), '{}', 'and how old it is');
select is(news('all'), '{"I 2"}', 'the rest of it');
select is(news('all'), null, 'and nothing twice');
select results_eq($$ select records_behind, oldest_unread from audit.readers where name = 'all' $$, $$ values (0::bigint, null::timestamptz) $$, 'it is not behind');

-- What is not committed yet

update item set name = 'c' where id = 1;
select is(news('all'), null, 'a running transaction is not read');
select is((select records_behind from audit.readers where name = 'late'), 1::bigint, 'it is to come');

-- What is rolled back stays unread

update audit.cluster set settled_id = (select max(id) from audit.data_op_log);
savepoint before;
select audit.reset_reader('all', 2);
select is(news('all'), '{"U 1"}', 'reset: begins after the id that it is given');
rollback to before;
select is((select delivered from audit.reader where name = 'all'), 2::bigint, 'a rollback takes the reading back');

-- Filters

update item set "diffType" = 'x', doc = '{"a": 1}' where id = 2;
select audit.set_context('sale', null, 'r1', '{"actor": "pricing"}');
delete from item where id = 2;
truncate item;
update audit.cluster set settled_id = (select max(id) from audit.data_op_log);

create function filtered(filter jsonb) returns text
language plpgsql as $$
begin
  perform audit.create_reader('filtered', filter);
  return news('filtered');
exception when sqlstate 'UA031' then
  perform audit.reset_reader('filtered', filter => filter);
  return news('filtered');
end $$;

select is(filtered('{"table_name": "item", "schema_name": "public", "actions": ["U", "D"]}'), '{"U 1","U 2","D 2"}', 'actions of a table');
select is(filtered('{"table_name": "other"}'), null, 'another table');
select is(filtered('{"schema_name": "other"}'), null, 'another schema');
select is(filtered('{"data_id": "1"}'), '{"I 1","U 1"}', 'one row');
select is(filtered('{"changed_field": "diffType"}'), '{"U 2"}', 'a field, of the reserved name');
select is(filtered('{"changed_field": "doc"}'), '{"U 2"}', 'a JSON field');
select is(filtered('{"op_type": "sale", "revision_id": "r1", "actor": "pricing", "actions": ["D"]}'), '{"D 2"}', 'the context');
select is(filtered('{"op_type": "other"}'), null, 'another context');
select is(filtered(format('{"transaction_id": %s, "actions": ["D"]}', pg_current_xact_id())::jsonb), '{"D 2"}', 'a transaction');
select is(filtered(format('{"since": "%s", "until": "%s", "actions": ["D"]}', now(), now() + interval '1 second')::jsonb), '{"D 2"}', 'a time');
select is(filtered(format('{"until": "%s"}', now())::jsonb), null, 'an earlier time');

-- What can't be

select throws_with_hint($$ select audit.read_reader('nobody') $$, 'UA030', 'there is no reader "nobody"', 'select name from audit.readers lists them; audit.create_reader makes one.', 'a reader that is not there');
select throws_ok($$ select audit.drop_reader('nobody') $$, 'UA030');
select throws_ok($$ select audit.reset_reader('nobody') $$, 'UA030');
select throws_with_hint($$ select audit.create_reader('all') $$, 'UA031', 'there is a reader "all" already', 'Take another name, or drop that one with audit.drop_reader.', 'a name twice');
select throws_with_hint($$ select audit._open_batch('late', '{"table_name": "item"}') $$, 'UA033', 'reader "late" was made with other options: filter {}, not {"table_name": "item"}', 'Repeat those options, take another name, or begin anew with audit.reset_reader.', 'another filter under the same name');
select throws_ok($$ select audit._open_batch('late', output => '{"file": "b.csv"}') $$, 'UA033', 'reader "late" was made with other options: output {}, not {"file": "b.csv"}');
select throws_ok($$ select audit.create_reader('x', '{"tabel": "item"}') $$, 'UA035', 'the filter has an unknown member "tabel"');
select throws_ok($$ select audit.create_reader('x', '{"since": "soon"}') $$, 'UA035');
select throws_ok($$ select audit.create_reader('x', '{"actions": "U"}') $$, 'UA035', 'the filter has actions that are no array');
select throws_ok($$ select audit.create_reader('x', null) $$, 'UA035', 'the filter is no JSON object');
select throws_ok($$ select audit.create_reader('') $$, 'UA035', 'a reader needs a name');
select throws_ok($$ select audit.reset_reader('all', -1) $$, 'UA035', 'after_id is -1');
select throws_ok($$ select audit.read_reader('all', 0) $$, 'UA035', 'at_most is 0');
select throws_ok($$ select audit.follow('2 hours') $$, 'UA035');

-- Waking

select ok(pg_sequence_last_value('audit.followed_until') is null, 'nobody follows');
select audit.follow('1 minute');
select ok(pg_sequence_last_value('audit.followed_until') > date_part('epoch', now()), 'somebody does');
insert into item values (3, 'wakes');
select lives_ok($$ select audit._wake() $$, 'a write wakes them');

-- Another cluster

update audit.cluster set system_identifier = 'another';
select throws_with_hint(
  $$ select audit.read_reader('all') $$,
  'UA034', 'the position of reader "all" is from another cluster, and the log was restored into this one',
  'Begin anew with audit.reset_reader and an empty output, or go on after the last record that you have with its after_id. After pg_upgrade: select audit.settle_log(same_log => true).',
  'the reader says so'
);
select throws_ok($$ select audit.log_position() $$, 'UA034', 'the log was restored from another cluster, whose transaction ids mean nothing in this one');
select is(audit.settle_log(), (select max(id) from audit.data_op_log), 'settling it');

select audit.drop_reader('late');
select * from finish();
rollback;
