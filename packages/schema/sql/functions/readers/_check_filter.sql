create or replace function audit._check_filter(filter jsonb) returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/readers/_check_filter.sql
declare
  known   constant text[] := '{schema_name,table_name,data_id,actions,changed_field,op_type,revision_id,transaction_id,actor,since,until}'::text[];
  problem text;
begin
  if jsonb_typeof(filter) is distinct from 'object' then
    problem := 'is no JSON object';
  else
    select format('has an unknown member "%s"', f.name) into problem
    from jsonb_object_keys(filter) as f (name)
    where f.name <> all (known)
    order by f.name
    limit 1;
  end if;
  if problem is null then
    begin
      perform (filter ->> 'transaction_id')::bigint, (filter ->> 'since')::timestamptz, (filter ->> 'until')::timestamptz;
    exception when data_exception then
      problem := format('is malformed: %s', sqlerrm);
    end;
  end if;
  if problem is null and filter ? 'actions' and jsonb_typeof(filter -> 'actions') <> 'array' then
    problem := 'has actions that are no array';
  end if;
  if problem is not null then
    raise exception using
      errcode = 'UA035',
      message = format('the filter %s', problem),
      hint = 'It reads {"table_name": "orders", "actions": ["U"]}; its members are ' || array_to_string(known, ', ') || '.';
  end if;
end
$function$;

comment on function audit._check_filter(jsonb) is 'Refuses a reader''s filter that can''t be used. Error: UA035.';

revoke all on function audit._check_filter(jsonb) from public;
