-- audit.export_csv(target, day, directory, id_header, actions, time_zone): a day's field changes as a file on the server.
-- Needs: no PGlite (it runs no programs)

begin;
select plan(35);

set local timezone = 'Asia/Tokyo';
create table users (id int primary key, name text, email text, role text);
select audit.track('users');
create function today() returns date language sql as $$ select (clock_timestamp() at time zone audit._database_time_zone())::date $$;
create function content(path text) returns text language sql as $$ select convert_from(pg_read_binary_file(path), 'UTF8') $$;
create function lines(text) returns text language sql as $$ select string_agg(l, e'\n') || e'\n' from audit._export_lines('users', today(), $1) as l $$;

-- A directory of this test's own, below /tmp, and programs to make it and to clear it away
create temporary table place as select '/tmp/audit-export-' || gen_random_uuid() as directory;
create function shell(command text) returns void language plpgsql as $$ begin execute format('copy (select where false) to program %L', command); end $$;
select shell(format('mkdir -p %1$s/below %1$s/closed && chmod 500 %1$s/closed && ln -s /usr %1$s/link', directory)) from place;
create function place(below text default '') returns text language sql as $$ select directory || below from place $$;

insert into users values (1, 'Anna', 'anna@example.com', 'admin');
update users set name = 'Анна "Ann", O''Neil', email = e'two\nlines', role = null where id = 1;

create temporary table written as select audit.export_csv('users', today(), place('/below/'), 'user id') as path;
select matches((select path from written), '^' || place('/below') || '/users_audit_export_\d{8}_\d{4}\.csv$', 'the path of the file');
select is(
  (select regexp_replace(content(path), ',\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}[+-]\d\d:\d\d$', '', 'gn') from written),
  concat(
    e'user id,field_changed,old_value,new_value,changed_by,changed_at\n',
    format(e'1,name,Anna,"Анна ""Ann"", O''Neil",%s\n', current_user),
    format(e'1,email,anna@example.com,"two\nlines",%s\n', current_user),
    format(e'1,role,admin,,%s\n', current_user)
  ),
  'its content, but for the times'
);
select is((select content(path) from written), lines('user id'), 'byte for byte the lines that audit._export_lines gives');
select results_eq(
  $$ select r.schema_name, r.table_name, r.day, r.path, r.rows, r.bytes, r.checksum, r.error from audit.export_run as r $$,
  $$ select 'public', 'users', today(), w.path, 3::bigint, octet_length(content(w.path))::bigint, encode(sha256(pg_read_binary_file(w.path)), 'hex'), null from written as w $$,
  'the run is recorded, with the size and the checksum of the file'
);
select ok((select started_at <= finished_at from audit.export_run), 'and with its times');
select is((select array_agg(f) from pg_ls_dir(place('/below')) as f), (select array[regexp_replace(path, '.*/', '')] from written), 'nothing else is left in the directory');
select is((select count(*) from audit.export_file), 0::bigint, 'nor in the working notes');

-- A name is used once. It has the minute of the run: so this one's and the next one's.

select results_eq(
  $$ select rows, bytes from audit._write_export(1, place('/below'), '/tmp', 'one.csv', 'a,b', 'select 1, ''x''', false) $$,
  $$ values (1::bigint, 8::bigint) $$,
  'a file is written'
);
select throws_ok($$ select audit._write_export(2, place('/below'), '/tmp', 'one.csv', 'a,b', 'select 2, 1', false) $$, 'UA027', null, 'but not over another one');
select is(content(place('/below/one.csv')), e'a,b\n1,x\n', 'which stays as it is');
select lives_ok($$ select audit._write_export(3, place('/below'), '/tmp', 'one.csv', 'a,b', 'select 1, ''x''', true) $$, 'a run that is taken up again finds its own');
select throws_ok($$ select audit._write_export(4, place('/below'), '/tmp', 'one.csv', 'a,b', 'select 2, 1', true) $$, 'UA027', null, 'and no other');
select throws_ok($$ select audit._write_export(5, place('/below'), '/tmp', 'two.csv', 'a', 'select 1 / (3 - n) from generate_series(1, 5) as n', false) $$, '22012', 'division by zero', 'a query that fails leaves no file');
select throws_ok($$ select audit._write_export(6, place('/below'), '/tmp', 'two.csv', 'a', 'select pg_catalog.nothing()', false) $$, '42883', null, 'nor does one that can''t begin');
select is(
  (select array_agg(f order by f collate "C") from pg_ls_dir(place('/below')) as f where f not like 'users%'), '{one.csv}',
  'under any name, the temporary one included'
);
select shell('rm ' || path) from written;
insert into audit.export_run (schema_name, table_name, day, path)
select 'public', 'users', today(), place('/below/') || audit._export_name('users', clock_timestamp() + n * interval '1 minute', audit._database_time_zone())
from generate_series(0, 1) as n;
select throws_ok($$ select audit.export_csv('users', today(), place('/below')) $$, 'UA027', null, 'a name is not used again though the file has been taken away');
update audit.export_run set error = 'none of these was written' where finished_at is null;

-- Options

select is(content(audit.export_csv('users', '2026-01-01', place())), e'data_id,field_changed,old_value,new_value,changed_by,changed_at\n', 'a day without changes is a header');
select shell(format('rm %s/users*', directory)) from place;
update audit.export_run set error = 'removed';
select is(
  (select count(*) from regexp_split_to_table(content(audit.export_csv('users', today(), place(), actions => '{I}')), '\n') as line where line ~ '^1,'), 4::bigint,
  'actions: inserts'
);
select shell(format('rm %s/users*', directory)) from place;
update audit.export_run set error = 'removed';
select alike(content(audit.export_csv('users', (now() at time zone 'Pacific/Kiritimati')::date, place(), time_zone => 'Pacific/Kiritimati')), '%+14:00%', 'time_zone: whose day, and whose time');
select is(
  (select r.path from audit.export_run as r where r.error is null and r.rows > 0 order by r.id desc limit 1),
  (select place('/') || audit._export_name('users', r.started_at, 'Pacific/Kiritimati') from audit.export_run as r where r.error is null and r.rows > 0 order by r.id desc limit 1),
  'the file''s name has that time too'
);

-- What is refused changes nothing

create temporary table before as select count(*) as runs from audit.export_run;
create table untracked (id int primary key);
select throws_ok($$ select audit.export_csv('untracked') $$, 'UA020', 'public.untracked is not tracked and has no history', 'a table without a history');
select throws_ok($$ select audit.export_csv(null) $$, 'UA020', 'no table was named', 'no table');
select throws_ok($$ select audit.export_csv('users', directory => '/etc') $$, 'UA021', 'exports may not be written to /etc', 'a directory that is not allowed');
select throws_ok(format('select audit.export_csv(''users'', directory => %L)', place('/below/../../etc')), 'UA021', null, 'a way out of one that is');
select throws_ok(format('select audit.export_csv(''users'', directory => %L)', place('/link')), 'UA021', null, 'a symbolic link out of it');
select throws_ok($$ select audit.export_csv('users', id_header => null) $$, 'UA022', 'id_header is empty', 'no name for the first column');
select throws_ok($$ select audit.export_csv('users', actions => null) $$, 'UA022', 'actions is null, not a list of actions', 'no actions');
select throws_ok($$ select audit.export_csv('users', time_zone => 'Nowhere') $$, 'UA022', 'there is no time zone Nowhere', 'no time zone');
select throws_ok($$ select audit.export_csv('users', '2999-01-01') $$, 'UA023', null, 'a day that lies ahead');
select throws_ok(format('select audit.export_csv(''users'', directory => %L)', place('/nowhere')), 'UA025', null, 'a directory that is not there');
select throws_ok(format('select audit.export_csv(''users'', directory => %L)', place('/closed')), 'UA025', null, 'one that the server may not write to');
select is((select count(*) from audit.export_run), (select runs from before), 'nothing of it is in the records: an error takes them with it');

-- Rights

select is(has_function_privilege('public', 'audit.export_csv(regclass, date, text, text, text[], text)', 'execute'), false, 'nobody may call it unless it is granted');
create role export_owner;
grant usage on schema audit to export_owner;
grant execute on function audit._require_program() to export_owner;
set local role export_owner;
select throws_with_hint(
  $$ select audit._require_program() $$,
  'UA024', 'role export_owner may not write files on the server',
  'As a superuser: grant pg_execute_server_program to export_owner. It owns the audit functions. Or export from outside, with audit-cli export.',
  'an owner that may run no program'
);
reset role;
grant pg_execute_server_program to export_owner;
set local role export_owner;
select lives_ok($$ select audit._require_program() $$, 'until that is granted');
reset role;

select shell(format('chmod 700 %1$s/closed && rm -r %1$s', directory)) from place;
select * from finish();
rollback;
