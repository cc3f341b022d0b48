-- row_log => true keeps every row in a typed log table too.

begin;
select plan(6);

create table note (id int primary key, price numeric(10,2) not null default 1, emaj text);
select lives_ok($$ select audit.track('note', row_log => true) $$, 'a table is declared with it');
select columns_are(
  'audit_log', 'public_note_log',
  '{id,price,emaj,emaj_verb,emaj_tuple,emaj_gid,emaj_changed,emaj_txid,emaj_user}'::name[],
  'its log table has its columns and those of a log table'
);
select col_type_is('audit_log', 'public_note_log', 'price', 'numeric(10,2)', 'in their types');
select col_is_null('audit_log', 'public_note_log', 'price', 'and null is allowed');

insert into note values (1);
update note set price = 2;
delete from note;
select results_eq(
  $$ select emaj_verb, emaj_tuple, id, price, emaj_user, emaj_txid from audit_log.public_note_log order by emaj_gid, emaj_tuple desc $$,
  $$ select verb, tuple, 1, price, session_user::text collate "default", pg_current_xact_id()::text::bigint
     from (values ('INS', 'NEW', 1.00), ('UPD', 'OLD', 1.00), ('UPD', 'NEW', 2.00), ('DEL', 'OLD', 2.00)) as v (verb, tuple, price) $$,
  'which holds the old and the new row of each change'
);

create table cloned (id int primary key, emaj_gid bigint);
select throws_with_hint(
  $$ select audit.track('cloned', row_log => true) $$,
  'UA040', 'public.cloned has a column emaj_gid, which is a log table''s own',
  'Rename it, or track the table without row_log. A log table''s own columns are emaj_verb, emaj_tuple, emaj_gid, emaj_changed, emaj_txid, emaj_user.',
  'a column of a log table''s own names is refused'
);

select * from finish();
rollback;
