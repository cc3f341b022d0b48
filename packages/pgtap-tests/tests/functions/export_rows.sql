-- audit._export_query, _export_rows, _export_header, _export_lines: what a day's export holds.

begin;
select plan(21);

create schema shop;
create table shop.users (id int primary key, name text, email text, role text);
select audit.track('shop.users');

-- Days with records of their own: the log takes rows like any table.
create function logged(at timestamptz, action text, diff jsonb, table_name text default 'users') returns void language sql as $$
  insert into audit.data_op_log (schema_name, table_name, data_id, diff, relid, role_name, action_tstamp_tx, action_tstamp_stm, action_tstamp_clk, action, statement_only)
  values ('shop', table_name, '7', diff, case table_name when 'other' then 1 else (select t.relid from audit.tracked_table as t) end, 'app', at - interval '1 second', at, at, action, false)
$$;
select logged('2026-03-28 22:59:59.999999+00', 'U', '{"diffType": "normal", "name": "\"a\" -> \"28th\""}');
select logged('2026-03-28 23:00:00+00', 'U', '{"diffType": "normal", "name": "\"a\" -> \"29th begins\""}');
select logged('2026-03-29 21:59:59.999999+00', 'U', '{"diffType": "normal", "name": "\"a\" -> \"29th ends\""}');
select logged('2026-03-29 22:00:00+00', 'U', '{"diffType": "normal", "name": "\"a\" -> \"30th\""}');
select logged('2026-03-29 12:00:00+00', 'D', null);
select logged('2026-03-29 12:00:00+00', 'U', '{"diffType": "normal", "name": "\"a\" -> \"another table''s\""}', 'other');

select results_eq(
  $$ select new_value, changed_at from audit._export_rows('shop.users', '2026-03-29', time_zone => 'Europe/Berlin') $$,
  $$ values ('29th begins', '2026-03-29 00:00:00.000000+01:00'), ('29th ends', '2026-03-29 23:59:59.999999+02:00') $$,
  'a day of 23 hours, to its first and its last microsecond, though its transaction began the day before'
);
select is(
  array(select new_value from audit._export_rows('shop.users', '2026-03-28', time_zone => 'Europe/Berlin')), '{28th}'::text[],
  'the day before ends where it begins'
);
select is(
  array(select new_value from audit._export_rows('shop.users', '2026-03-30', '{U}', 'Europe/Berlin')), '{30th}'::text[],
  'and the day after begins where it ends'
);
select is(
  array(select new_value from audit._export_rows('shop.users', '2026-03-29', '{U}', 'UTC')), '{29th ends,30th}'::text[],
  'another zone has another day'
);
select results_eq(
  $$ select data_id, field_changed, old_value, new_value, changed_by from audit._export_rows('shop.users', '2026-03-29', '{D,U}', 'Europe/Berlin') $$,
  $$ values ('7', 'name', 'a', '29th begins', 'app'), ('7', 'name', 'a', '29th ends', 'app'), ('7', null, null, null, 'app') $$,
  'actions are those that are asked for, in the order of capture'
);
select is_empty($$ select * from audit._export_rows('shop.users', '2026-03-27') $$, 'a day may have none');
select is_empty($$ select * from audit._export_rows('shop.users') $$, 'yesterday, unless another is named');

-- A table that has been renamed

alter table shop.users rename to customers;
-- An event trigger does this, where the server has them.
insert into audit.rename (schema_name, table_name, new_schema_name, new_table_name) values ('shop', 'users', 'shop', 'customers');
select is(
  array(select new_value from audit._export_rows('shop.customers', '2026-03-29', time_zone => 'Europe/Berlin') order by 1), '{29th begins,29th ends}'::text[],
  'what a table did under another name is its own'
);
select logged('2026-03-29 21:00:00+00', 'U', '{"diffType": "normal", "name": "null -> \"new name\""}', 'customers');
select is(
  array(select new_value from audit._export_rows('shop.customers', '2026-03-29', time_zone => 'Europe/Berlin') order by 1), '{29th begins,29th ends,new name}'::text[],
  'besides what it did under this one'
);
alter table shop.customers rename to users;

-- The lines

insert into shop.users values (1, 'Anna', 'a@x', null);
update shop.users set name = 'Анна, "A"', email = E'two\nlines', role = '' where id = 1;
select is(
  (select array_agg(regexp_replace(line, ',[^,]*$', '')) from audit._export_lines('shop.users', (now() at time zone 'UTC')::date, 'user', '{U}', 'UTC') as line),
  array['user,field_changed,old_value,new_value,changed_by', format('1,name,Anna,"Анна, ""A""",%s', current_user), format(E'1,email,a@x,"two\nlines",%s', current_user), format('1,role,,"",%s', current_user)],
  'lines as COPY writes them: a header, then the changes'
);
select is(audit._export_header('a,b'), '"a,b",field_changed,old_value,new_value,changed_by,changed_at', 'the name of the first column is the caller''s');
select is(array(select audit._export_lines('shop.users', '2026-03-27')), array[audit._export_header('data_id')], 'a day without changes has a header');
select set_eq(
  format('select * from (%s) as q', audit._export_query('shop.users', '2026-03-29', '{U,D}', 'Europe/Berlin')),
  $$ select * from audit._export_rows('shop.users', '2026-03-29', '{U,D}', 'Europe/Berlin') $$,
  'the query gives the same rows'
);

-- What is refused

create table shop.untracked (id int primary key);
select throws_with_hint(
  $$ select audit._export_query('shop.untracked') $$,
  'UA020', 'shop.untracked is not tracked and has no history',
  'Record its changes from now on: select audit.track(''shop.untracked''). A partition''s changes stand under its root.',
  'a table without a history'
);
select throws_with_hint(
  $$ select audit._export_query(null) $$,
  'UA020', 'no table was named', 'Name the table whose changes to export, for example audit.export_csv(''shop.users'').',
  'no table'
);
select throws_ok($$ select * from audit._export_rows(1::regclass) $$, 'UA020', 'there is no table 1 any more', 'one that has been dropped');
select audit.untrack('shop.users');
select lives_ok($$ select audit._export_query('shop.users') $$, 'but not one that was tracked once');
select throws_with_hint(
  $$ select audit._export_query('shop.users', actions => '{U,X}') $$,
  'UA022', 'actions is {U,X}, not a list of actions', 'Name one or more of I (insert), U (update), D (delete) and T (truncate), for example ''{I,U,D}''.',
  'what is no action'
);
select throws_ok($$ select audit._export_query('shop.users', actions => '{}') $$, 'UA022', 'actions is {}, not a list of actions', 'no action');
select throws_with_hint(
  $$ select audit._export_lines('shop.users', id_header => '') $$,
  'UA022', 'id_header is empty', 'Name the first column of the file''s header, for example data_id.',
  'no name for the first column'
);
select throws_ok($$ select audit._export_query('shop.users', '2999-01-01') $$, 'UA023', null, 'a day that lies ahead');

select * from finish();
rollback;
