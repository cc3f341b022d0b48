-- Keys that are equal and not the same: a rollback, a script and table_at know them apart.

begin;
select plan(7);

create table amount (id numeric primary key, qty int);
create table measure (id float8 primary key, every interval unique);
create table line (id int primary key, amount numeric references amount on update cascade on delete cascade);
select audit.track(t, row_log => true) from unnest('{amount,measure,line}'::regclass[]) as t;
select audit.create_group('shop');
select audit.assign(t, 'shop') from unnest('{amount,measure,line}'::regclass[]) as t;
insert into amount values (1.0, 1), (2.0, 2);
insert into measure values (0, '1 mon');
insert into line values (1, 1.0), (2, 2.0);
select audit.set_mark('shop', 'm1');
create function present() returns text language sql as $$
  select concat_ws(' ', (select string_agg(a::text, '' order by id) from amount as a), (select string_agg(m::text, '' order by id) from measure as m), (select string_agg(l::text, '' order by id) from line as l))
$$;
create table earlier as select present();

update amount set id = 1.00 where id = 1;
update amount set id = 2.00, qty = 3 where id = 2;
update measure set id = '-0', every = '30 days';
select is(present(), '(1.00,1)(2.00,3) (-0,"30 days") (1,1.00)(2,2.00)', 'equal keys were exchanged for others');
select is((select string_agg(a::text, '' order by id) from audit.table_at(null::amount, 'm1') as a), '(1.0,1)(2.0,2)', 'table_at has the former ones');
select is(
  array(select s from audit.changes_sql('shop', 'm1') as s where s ~ 'measure'),
  array[
    'delete from only public.measure where id = ''0''::double precision;',
    'insert into public.measure (id, every) overriding system value values (''-0''::double precision, ''P30D''::interval);'
  ],
  'a script replaces them'
);

select lives_ok($$ select audit.rollback_group('shop', 'm1') $$, 'a rollback brings them back');
select is(present(), (select t.present from earlier as t), 'as they were');
select lives_ok($$ select audit.rollback_group('shop', (select start_mark from audit.group_rollback)) $$, 'and is rolled back');
select is(present(), '(1.00,1)(2.00,3) (-0,"30 days") (1,1.00)(2,2.00)', 'to what they were before it');

select * from finish();
rollback;
