-- The diff of a JSON column that is declared as given: what an UPDATE from before to after leaves in json_diff.
create function diff_of(declared jsonb, before jsonb, after jsonb) returns jsonb language plpgsql as $$
declare
  last_id bigint;
begin
  create table if not exists public.diffed (id int primary key, value jsonb);
  if not exists (
    select from audit.tracked where table_name = 'diffed' and json_columns = jsonb_build_object('value', declared)
  ) then
    perform audit.track('public.diffed', json_columns => jsonb_build_object('value', declared));
  end if;
  delete from public.diffed;
  insert into public.diffed values (1, before);
  select max(l.id) into last_id from audit.data_op_log as l;
  update public.diffed set value = after;
  return (select l.json_diff -> 'value' from audit.data_op_log as l where l.id > last_id);
end
$$;
