-- Garbage in a context setting never fails a write.

begin;
select plan(5);

create table note (id int primary key);
select audit.track('note');

select set_config('audit.op_meta', '{not json', true);
select lives_ok($$ insert into note values (1) $$, 'op_meta that is no JSON does not fail the write');
select is((last_record()).op_meta, null, 'and is no context');

select set_config('audit.op_meta', '"\ud800"', true);
select lives_ok($$ insert into note values (2) $$, 'nor does JSON that jsonb can''t hold');

select set_config('audit.op_type', repeat('x', 100000), true), set_config('audit.op_note', E'\n'' "\u2028 ∆', true),
  set_config('audit.op_meta', '[1, null]', true);
insert into note values (3);
select is(
  (select length(op_type)::text || op_note from last_record()), E'100000\n'' "\u2028 ∆',
  'texts are recorded as they are, of any length'
);
select is((last_record()).op_meta, '[1, null]', 'op_meta need not be an object');

select * from finish();
rollback;
