-- alter_log_table of audit.param: columns of one's own in each log table.

begin;
select plan(12);

insert into audit.param (param_key, param_value_text)
values ('alter_log_table', 'ADD COLUMN extra_appname text default current_setting(''application_name''), add column gid2 bigint default nextval(''audit.row_log_gid_seq'')');
create table note (id int primary key);
select audit.track('note', row_log => true);
set application_name = 'tests';
insert into note values (1);
update note set id = 2;
select results_eq(
  'select emaj_verb, emaj_tuple, id, extra_appname from audit_log.public_note_log order by emaj_gid, emaj_tuple desc',
  $$ values ('INS', 'NEW', 1, 'tests'), ('UPD', 'OLD', 1, 'tests'), ('UPD', 'NEW', 2, 'tests') $$,
  'a column of it has its default in each row, and the two rows of an update are a pair'
);

prepare set_clause(text) as update audit.param set param_value_text = $1 where param_key = 'alter_log_table';
select throws_with_hint(
  $$ execute set_clause('add x nosuchtype') $$,
  'UA042', 'alter_log_table can''t be applied: type "nosuchtype" does not exist',
  'It is what follows ALTER TABLE <log table>, such as: ADD COLUMN extra_appname text default current_setting(''application_name''). Names outside pg_catalog need their schema.',
  'a clause that does not apply is refused when it is set'
);
select throws_with_hint(
  $$ execute set_clause('add x int not null default 1') $$,
  'UA042', 'alter_log_table does more than add columns that take nulls',
  'A NOT NULL, a constraint, or a change of a log table''s own columns could fail the application''s writes. Leave it out.',
  'so is one that could fail a write'
);
select throws_with_hint(
  $$ execute set_clause('set unlogged') $$,
  'UA042', 'alter_log_table does more than add columns: a log table keeps its owner, is written to the WAL and has no row security',
  'Leave out OWNER TO, SET UNLOGGED and ROW LEVEL SECURITY.',
  'so is one that would lose the record with a crash'
);
create role param_writer;
select throws_ok($$ execute set_clause('owner to param_writer') $$, 'UA042', null, 'or give it to another role');
select throws_ok($$ execute set_clause('enable row level security') $$, 'UA042', null, 'or hide it');
select throws_ok($$ execute set_clause('force row level security') $$, 'UA042', null, 'or keep its owner from writing it');
grant usage on schema audit to param_writer;
grant select, update on audit.param to param_writer;
grant execute on function audit._check_log_clause(text) to param_writer;
set local role param_writer;
select throws_ok(
  $$ execute set_clause('add x int') $$,
  'UA042', format('alter_log_table may only be set by %s, the owner of the schema audit', (select nspowner::regrole from pg_namespace where nspname = 'audit')),
  'and only the owner of the schema sets it'
);
reset role;

select lives_ok($$ execute set_clause('add id int') $$, 'a column that some table has is no error as yet');
create table second (id int primary key);
select throws_with_hint(
  $$ select audit.track('second', row_log => true) $$,
  'UA043', 'alter_log_table can''t be applied to the log table of public.second: column "id" of relation "public_second_log" already exists',
  'Change or delete alter_log_table in audit.param, or track the table without row_log.',
  'but one of that table'
);

select lives_ok($$ execute set_clause('add x int default 10 / coalesce(nullif(current_setting(''test.divisor'', true), ''''), ''1'')::int') $$, 'any expression will do');
create table third (id int primary key);
select audit.track('third', row_log => true);
set local test.divisor = 0;
set local client_min_messages = error;
insert into third values (1);
select results_eq('select id, x from audit_log.public_third_log', 'values (1, null::int)', 'where it fails later, its column is null and the write goes on');

select * from finish();
rollback;
