-- WITH … INSERT / UPDATE / DELETE: each part is recorded, for each table, once.

begin;
select plan(3);

create table inbox (id int primary key, body text);
create table archive (id int primary key, body text);
select audit.track('inbox');
select audit.track('archive');
insert into inbox select n, 'message ' || n from generate_series(1, 4) as n;

with moved as (delete from inbox where id <= 2 returning *)
insert into archive select * from moved;
select is((recorded('inbox'))[5:] || recorded('archive'), '{D 1,D 2,I 1,I 2}', 'moved from one table to another');
select isnt(
  (last_record('inbox')).statement_id, (last_record('archive')).statement_id, 'each table''s part has a statement number of its own'
);

with changed as (update inbox set body = 'changed' where id = 3 returning id),
  added as (insert into inbox values (5, 'added') returning id),
  gone as (delete from inbox where id = 4 returning id)
select * from changed, added, gone;
select bag_eq(
  $$ select unnest((recorded('inbox'))[7:]) $$, array['U 3', 'I 5', 'D 4'],
  'three kinds of writes to one table in one statement'
);

select * from finish();
rollback;
