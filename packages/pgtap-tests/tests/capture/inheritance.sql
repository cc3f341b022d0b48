-- Inheritance children are recorded under the name of the tracked parent.

begin;
select plan(6);

create table vehicle (id int primary key, name text);
create table truck (load int) inherits (vehicle);
select audit.track('vehicle');

insert into vehicle values (1, 'bike');
insert into truck values (2, 'lorry', 40);
select is(recorded('vehicle'), '{I 1,I 2}', 'a row written to a child');
select is((last_record()).raw_data @> '{"id": 2, "name": "lorry"}', true, 'with the parent''s columns');

update vehicle set name = upper(name);
select is((select array_agg(data_id || ' ' || (diff ->> 'name') order by data_id) from audit.data_op_log where action = 'U'),
  '{"1 \"bike\" -> \"BIKE\"","2 \"lorry\" -> \"LORRY\""}', 'an update through the parent reaches both, each once');
update only vehicle set name = 'b';
select is((select count(*) from audit.data_op_log), 5::bigint, 'ONLY reaches one');
delete from truck;
select is((select array[action, table_name, data_id] from last_record()), '{D,vehicle,2}', 'a delete on the child');
select is((select count(*) from audit.data_op_log), 6::bigint, 'each change once');

select * from finish();
rollback;
