-- audit.set_context(op_type, op_note, revision_id, meta): who and why, for the current transaction only.
-- No outer transaction here: what a transaction leaves behind is the point. The database is this file's own.

select plan(12);

create table note (id int primary key, body text);
select audit.track('note');

insert into note values (1, 'without a context');
select is(
  (select array[op_type, op_note, revision_id, op_meta::text] from audit.data_op_log),
  array[null, null, null, null],
  'without a context its columns are null'
);

begin;
select audit.set_context('import', 'nightly run', 'r-7', '{"actor": "importer", "trace": "4bf9"}');
insert into note values (2, 'in context');
update note set body = 'changed in context' where id = 2;
delete from note where id = 1;
select is(
  (select array_agg(distinct op_type || '/' || op_note || '/' || revision_id) from audit.data_op_log where id > 1),
  '{import/nightly run/r-7}',
  'every record of the transaction has it'
);
select is((last_record()).op_meta, '{"actor": "importer", "trace": "4bf9"}', 'with whatever else the application says of it');
truncate note;
select is((last_record()).op_type || (last_record()).action, 'importT', 'a TRUNCATE too');

select audit.set_context(op_note => 'corrected');
insert into note values (3, 'in another context');
select is(
  (select array[op_type, op_note, revision_id, op_meta::text] from last_record()),
  array[null, 'corrected', null, null],
  'a second call replaces the whole context'
);
commit;

insert into note values (4, 'after');
select is((last_record()).op_note, null, 'it ends with the transaction');

begin;
select audit.set_context('undone');
rollback;
insert into note values (5, 'after a rollback');
select is((last_record()).op_type, null, 'however that ends');

begin;
select audit.set_context('outer');
savepoint inside;
select audit.set_context('inner');
insert into note values (6, 'in the savepoint');
rollback to inside;
insert into note values (6, 'after the savepoint');
select is((last_record()).op_type, 'outer', 'and goes back with a savepoint');
commit;

begin;
select audit.set_context('');
insert into note values (7, 'in an empty context');
select is((last_record()).op_type, null, 'an empty text is none');
commit;

-- What makes it safe behind a transaction-pooling proxy, and cheap

begin;
select audit.set_context('a', 'b', 'c', '{}');
select is(pg_current_xact_id_if_assigned(), null, 'it writes nothing, in the catalogs or elsewhere');
commit;

-- A role without any right to the schema says it with settings of the same names.

begin;
select set_config('audit.op_type', 'by hand', true), set_config('audit.op_meta', '{"n": 1}', true);
insert into note values (8, 'by hand');
select is((last_record()).op_type, 'by hand', 'the settings can be set directly');
select is((last_record()).op_meta, '{"n": 1}', 'as JSON text in the case of op_meta');
commit;

select * from finish();
