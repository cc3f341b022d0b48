-- The session's temporary table temp_op_meta: used where the context does not say.

begin;
select plan(13);

create table note (id int primary key);
select audit.track('note');
create function context() returns text[] language sql as
  $$ select array[op_type, op_note, revision_id] from last_record() $$;

insert into note values (1);
select is(context(), array[null, null, null]::text[], 'the table may be absent');

create temporary table temp_op_meta (op_type text, op_note text, revision_id text);
insert into note values (2);
select is(context(), array[null, null, null]::text[], 'or empty');

insert into temp_op_meta values ('import', 'nightly', 'r-7'), ('second', 'second', 'second');
insert into note values (3);
select is(context(), '{import,nightly,r-7}'::text[], 'its first row is the context');

truncate note;
select is(context(), '{import,nightly,r-7}'::text[], 'of a TRUNCATE too');

select audit.set_context(op_note => 'said');
insert into note values (4);
select is(context(), '{import,said,r-7}'::text[], 'what set_context says comes first, field by field');
select audit.set_context();

drop table temp_op_meta;
create temporary table temp_op_meta (revision_id varchar(20));
insert into temp_op_meta values ('r-8');
insert into note values (5);
select is(context(), array[null, null, 'r-8']::text[], 'a column that it lacks is null');

drop table temp_op_meta;
create temporary table temp_op_meta (op_type int, op_note text);
insert into temp_op_meta values (7, 'noted');
select lives_ok($$ insert into note values (6) $$, 'columns of other types do not fail the write');
select is((last_record()).op_note, 'noted', 'nor hide the others');

-- Nothing of the caller's runs with the rights of the schema's owner.

drop table temp_op_meta;
create function boom() returns text language plpgsql as $$ begin raise exception 'boom'; end $$;
create temporary view temp_op_meta as select boom() as op_type;
select lives_ok($$ insert into note values (7) $$, 'a view of that name is not read');
select is(context(), array[null, null, null]::text[], 'and is no context');
drop view temp_op_meta;

create temporary table temp_op_meta (op_type text);
alter table temp_op_meta enable row level security;
create policy boom on temp_op_meta using (boom() is null);
select lives_ok($$ insert into note values (8) $$, 'nor a table with policies');
drop table temp_op_meta;

create table public.temp_op_meta (op_type text);
insert into public.temp_op_meta values ('not temporary');
insert into note values (9);
select is((last_record()).op_type, null, 'a table of that name that is not temporary is not meant');
select is(array_length(recorded('note'), 1), 10, 'no write was lost');

select * from finish();
rollback;
