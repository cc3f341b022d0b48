-- What each way of writing leaves in a typed log table.

begin;
select plan(9);

create function logged(log_table regclass) returns text[] language plpgsql as $$
declare
  lines text[];
begin
  execute format(
    'select array_agg(concat_ws('' '', emaj_verb, emaj_tuple, id, note) order by emaj_gid, emaj_tuple desc) from %s', log_table
  ) into lines;
  return lines;
end
$$;

create table kept (id int, note text not null default 'new');
select audit.track('kept', key => '{id}', ignored => '{note}', row_log => true);
insert into kept values (1), (2);
update kept set note = 'seen' where id = 1;
update kept set id = id + 1;
delete from kept where id = 3;
truncate kept;
select is(
  logged('audit_log.public_kept_log'),
  array[
    'INS NEW 1 new', 'INS NEW 2 new', 'UPD OLD 1 new', 'UPD NEW 1 seen', 'UPD OLD 2 new', 'UPD NEW 3 new',
    'UPD OLD 1 seen', 'UPD NEW 2 seen', 'DEL OLD 3 new', 'TRU OLD 2 seen', 'TRU '
  ],
  'each row in its order, the updated ones in pairs'
);
select is((select count(distinct emaj_gid) from audit_log.public_kept_log), 8::bigint, 'with one number for a pair');

create table parts (id int, note text, primary key (id, note)) partition by list (note);
create table parts_a partition of parts for values in ('a');
create table parts_b partition of parts for values in ('b');
select audit.track('parts', row_log => true);
insert into parts values (1, 'a'), (2, 'a');
update parts set note = 'b' where id = 1;
create function refuse() returns trigger language plpgsql as 'begin return null; end';
create trigger refuse before insert on parts_b for each row execute function refuse();
update parts set note = 'b' where id = 2;
truncate parts;
select is(
  logged('audit_log.public_parts_log'),
  array['INS NEW 1 a', 'INS NEW 2 a', 'UPD OLD 1 a', 'UPD NEW 1 b', 'DEL OLD 2 a', 'TRU OLD 1 b', 'TRU '],
  'a row that moves to another partition is one update, one that is lost on the way a deletion'
);

create table masked (id int primary key, note text);
select audit.track('masked', masked => '{note}', row_log => true);
insert into masked values (1, 'secret');
select is(logged('audit_log.public_masked_log'), array['INS NEW 1'], 'a masked column holds null');

create type mood as enum ('calm');
create domain short as varchar(5) not null;
create table changed (id int primary key, note mood, a int, b short);
select audit.track('changed', row_log => true);
insert into changed values (1, 'calm', 7, 'b');
alter table changed drop note, alter a type numeric using a + 0.5, alter b type varchar(9);
alter table changed add note int;
alter table changed rename id to key;
alter table changed rename to altered;
insert into altered (key, a, b, note) values (2, 1.5, 'longer', 3);
truncate altered;
drop type mood;
select results_eq(
  'select key, note, note_1, a, b from audit_log.public_altered_log where emaj_verb = ''INS'' order by emaj_gid',
  $$ values (1, null, 'calm', 7::numeric, 'b'::varchar(9)), (2, 3, null, 1.5, 'longer') $$,
  'it follows the names, the columns and their types, and keeps what was there'
);
select is((select problems from audit.tracked where table_name = 'altered'), '{}', 'and is in step');

set local client_min_messages = error;
alter table audit_log.public_altered_log add check (key < 10);
insert into altered (key, b) values (10, 'ten');
select is((select data_id from last_record('altered')), '10', 'what a log table refuses is recorded in the log');
select matches(
  (select problems::text from audit.tracked where table_name = 'altered'), 'was given constraints that can refuse changes', 'and status says so'
);
drop table audit_log.public_altered_log;
insert into altered (key, b) values (11, 'eleven');
select is(
  (select problems from audit.tracked where table_name = 'altered'),
  array['its log table is gone; call audit.track again, with row_log for a new one'],
  'and where it is gone, too'
);

select * from finish();
rollback;
