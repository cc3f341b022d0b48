-- audit.data_op_log: its columns, what they hold at the least, and how it is partitioned.

begin;
select plan(9);

select is(
  (select string_agg(
     format('%s %s%s', attname, format_type(atttypid, atttypmod), case when attnotnull then ' not null' end), E'\n' order by attnum)
   from pg_attribute where attrelid = 'audit.data_op_log'::regclass and attnum > 0),
  'id bigint not null
schema_name text not null
table_name text not null
data_id text
modified_at timestamp with time zone
modified_by text
op_type text
op_note text
revision_id text
op_meta jsonb
raw_data jsonb
diff jsonb
json_diff jsonb
relid oid not null
session_user_name text
role_name text
application_name text
action_tstamp_tx timestamp with time zone not null
action_tstamp_stm timestamp with time zone not null
action_tstamp_clk timestamp with time zone not null
transaction_id bigint
statement_id bigint
client_addr inet
client_port integer
client_query text
action text not null
statement_only boolean not null',
  'the columns, in order'
);
select col_default_is('audit', 'data_op_log', 'id', 'nextval(''audit.data_op_log_id_seq''::regclass)', 'id comes from a sequence');

-- Partitions: by month (UTC) of the transaction's time, and one for whatever has no month

select is(pg_get_partkeydef('audit.data_op_log'::regclass), 'RANGE (action_tstamp_tx)', 'partitioned by the time of the transaction');
select is(
  (select count(*) from pg_inherits where inhparent = 'audit.data_op_log'::regclass), 5::bigint,
  'with partitions for this month and the next three, and the default one'
);
select is(
  (select pg_get_expr(c.relpartbound, c.oid) from pg_class as c where c.oid = 'audit.data_op_log_default'::regclass), 'DEFAULT',
  'which takes whatever has no month'
);

create table note (id int primary key);
select audit.track('note');
insert into note values (1);
select is(
  (select tableoid::regclass::text from audit.data_op_log),
  'audit.data_op_log_' || to_char(now() at time zone 'UTC', 'YYYY_MM'),
  'a record lands in its month'
);

do $$
declare partition regclass;
begin
  for partition in select inhrelid from pg_inherits where inhparent = 'audit.data_op_log'::regclass and inhrelid <> 'audit.data_op_log_default'::regclass loop
    execute format('alter table audit.data_op_log detach partition %s', partition);
  end loop;
end
$$;
select lives_ok($$ insert into note values (2) $$, 'a write does not fail for want of a partition');
select is((last_record()).data_id, '2', 'and is recorded all the same');
select is((select tableoid::regclass::text from audit.data_op_log where data_id = '2'), 'audit.data_op_log_default', 'in the default partition');

select * from finish();
rollback;
