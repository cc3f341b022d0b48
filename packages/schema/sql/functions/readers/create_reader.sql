create or replace function audit.create_reader(
  name text,
  filter jsonb default '{}',
  from_start boolean default true,
  output jsonb default '{}'
) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/readers/create_reader.sql
declare
  home  constant audit.cluster := audit._cluster();
  stand record;
begin
  if coalesce(create_reader.name, '') = '' then
    raise exception using
      errcode = 'UA035',
      message = 'a reader needs a name',
      hint = 'Give it the name of what it feeds, such as warehouse.';
  end if;
  perform audit._check_filter(create_reader.filter);
  perform audit._lock_reader(create_reader.name);
  if exists (select from audit.reader as r where r.name = create_reader.name) then
    raise exception using
      errcode = 'UA031',
      message = format('there is a reader "%s" already', create_reader.name),
      hint = 'Take another name, or drop that one with audit.drop_reader.';
  end if;
  select p.* into stand from audit.log_position() as p;
  insert into audit.reader (name, filter, output, cluster_id, position, after_id)
  values (
    create_reader.name, create_reader.filter, coalesce(create_reader.output, '{}'), home.id,
    -- The first of these two sees nothing at all.
    case when create_reader.from_start then '1:1:'::pg_snapshot else stand.snapshot end,
    case when create_reader.from_start then 0 else home.settled_id end
  );
end
$function$;

comment on function audit.create_reader(text, jsonb, boolean, jsonb) is
  'Makes a reader: a name under which the log is read bit by bit, each record exactly once. filter: {"schema_name", "table_name", "data_id", "actions": ["I", "U", "D", "T"], "changed_field", "op_type", "revision_id", "transaction_id", "actor", "since", "until"}, each optional. from_start: with what the log holds already, else with what is committed from now on. output: free, for the program that reads. Errors: UA031, UA034, UA035. Example: select audit.create_reader(''warehouse'', ''{"table_name": "orders"}'').';

revoke all on function audit.create_reader(text, jsonb, boolean, jsonb) from public;
