-- Where exports may be written, and under which name: audit._plain_path, _export_directories, _check_directory,
-- _export_name, _shell_quote, _export_script, _raise_program_error.

begin;
select plan(34);

select is(audit._plain_path('/srv/exports'), '/srv/exports', 'an absolute path');
select is(audit._plain_path('//srv/.//exports/./'), '/srv/exports', 'loses what means nothing');
select is(audit._plain_path('/'), '/', 'the root is one');
select is(audit._plain_path('/srv/..exports/a..'), '/srv/..exports/a..', 'dots in a name are names');
select is(audit._plain_path('srv/exports'), null, 'a relative path is none');
select is(audit._plain_path('/srv/../etc'), null, 'one that goes up neither');
select is(audit._plain_path('/srv/..'), null, 'at its end neither');
select is(audit._plain_path(E'/srv/a\nb'), null, 'nor one with a line break');
select is(audit._plain_path(''), null, 'nor nothing');

select is(audit._export_directories(), '{/tmp}', '/tmp is allowed where nothing is said');
insert into audit.param (param_key, param_value_text) values ('export_directories', E'/srv/exports, /data/./csv/:relative\n/../etc');
select is(audit._export_directories(), '{/srv/exports,/data/csv}', 'then what is said, but for what is no directory');

select results_eq($$ select path, allowed from audit._check_directory('/srv/exports/') $$, $$ values ('/srv/exports', '/srv/exports') $$, 'an allowed directory');
select results_eq($$ select path, allowed from audit._check_directory('/data/csv/users') $$, $$ values ('/data/csv/users', '/data/csv') $$, 'and one below it');
select throws_with_hint(
  $$ select audit._check_directory('/tmp') $$,
  'UA021', 'exports may not be written to /tmp',
  'Allowed is what lies below /srv/exports and /data/csv. An administrator allows directories with insert into audit.param (param_key, param_value_text) values (''export_directories'', ''/tmp,/srv/exports'').',
  'no other one'
);
select throws_ok($$ select audit._check_directory('/srv/exports2') $$, 'UA021', 'exports may not be written to /srv/exports2', 'nor one whose name begins alike');
select throws_ok($$ select audit._check_directory('/srv/exports/../../etc') $$, 'UA021', '''/srv/exports/../../etc'' is no absolute path of a directory', 'nor a way out');
select throws_ok($$ select audit._check_directory('exports') $$, 'UA021', '''exports'' is no absolute path of a directory', 'nor a relative one');
select throws_ok($$ select audit._check_directory(null) $$, 'UA021', 'null is no absolute path of a directory', 'nor none');
update audit.param set param_value_text = '/' where param_key = 'export_directories';
select results_eq($$ select path, allowed from audit._check_directory('/any/where') $$, $$ values ('/any/where', '/') $$, 'the root allows everything');
update audit.param set param_value_text = '' where param_key = 'export_directories';
select throws_ok($$ select audit._check_directory('/tmp') $$, 'UA021', 'exports may not be written to /tmp', 'nothing allows nothing');

select is(audit._export_name('users', '2026-03-29 01:00:30+00', 'Europe/Berlin'), 'users_audit_export_20260329_0300.csv', 'a name has the minute of the run, in the zone');
select is(audit._export_name(E'../a/b\n', '2026-03-29 01:00+00', 'UTC'), '.._a_b__audit_export_20260329_0100.csv', 'and no slash or line break');
select is(audit._export_name('Люди', '2026-03-29 01:00+00', 'UTC'), 'Люди_audit_export_20260329_0100.csv', 'letters stay letters');

select is(audit._shell_quote('a b'), '''a b''', 'a word for the shell');
select is(audit._shell_quote('it''s; rm -rf $HOME `x` "y" \'), '''it''\''''s; rm -rf $HOME `x` "y" \''', 'in which nothing means anything');
select is(right(audit._export_script('/tmp', '/tmp', 'echo ' || audit._shell_quote('it''s')), 14), 'echo ''it''\''''s''', 'as a script has it');

-- What the exit codes of such a script mean

delete from audit.param where param_key = 'export_directories';
select throws_with_hint(
  $$ select audit._raise_program_error('child process exited with exit code 70', '/tmp/a', 'f.csv') $$,
  'UA021', 'exports may not be written to /tmp/a: a symbolic link leads out of the allowed directory',
  'Name the directory itself, and allow it in audit.param. Allowed is what lies below /tmp.',
  'a symbolic link'
);
select throws_with_hint(
  $$ select audit._raise_program_error('child process exited with exit code 71', '/tmp/a', 'f.csv') $$,
  'UA025', 'there is no directory /tmp/a on the server', 'Make it, so that the server''s operating system user may enter and write to it.',
  'no directory'
);
select throws_ok($$ select audit._raise_program_error('exit code 72', '/tmp/a', 'f.csv') $$, 'UA025', 'the server may not write to directory /tmp/a', 'one that is not writable');
select throws_with_hint(
  $$ select audit._raise_program_error('child process exited with exit code 74', '/tmp/a', 'f.csv') $$,
  'UA027', '/tmp/a/f.csv exists already', 'Nothing is ever overwritten. The name has the minute of the run: call it again in the next one.',
  'a file of that name'
);
select throws_with_hint(
  $$ select audit._raise_program_error('child process exited with exit code 75', '/tmp/a', 'f.csv') $$,
  'UA026', 'the disk of /tmp/a is full', 'Make room. What was written has been removed; a scheduled day is exported by the next run.',
  'a full disk'
);
select throws_with_hint(
  $$ select audit._raise_program_error('child process was terminated by signal 9: Killed', '/tmp/a', 'f.csv') $$,
  'UA026', '/tmp/a/f.csv could not be written (child process was terminated by signal 9: Killed)',
  'The server''s own log has what the shell said. A POSIX shell with cat, mv, sync, wc and sha256sum or shasum is needed.',
  'anything else'
);
select throws_ok($$ select audit._raise_program_error(null, '/', 'f.csv') $$, 'UA026', '/f.csv could not be written (no reason given)', 'even nothing');
select throws_ok($$ select audit._raise_program_error('код завершения 72', '/tmp/a', '') $$, 'UA025', null, 'in whatever language');

select * from finish();
rollback;
